# command_import
