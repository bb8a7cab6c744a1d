# command_demo
