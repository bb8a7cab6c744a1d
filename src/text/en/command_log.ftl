# command_log
