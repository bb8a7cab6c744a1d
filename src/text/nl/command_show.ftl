# command_show
