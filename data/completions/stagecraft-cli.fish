# stagecraft-cli.fish: completion for fish
#
# Copyright 2026 The Stagecraft authors
# SPDX-License-Identifier: GPL-3.0-or-later

set -l commands info check convert export import-metadata tables columns new access grant revoke rules help
set -l none "not __fish_seen_subcommand_from $commands"

complete -c stagecraft-cli -f

complete -c stagecraft-cli -n $none -a info -d 'List the flows of a solution with their counts'
complete -c stagecraft-cli -n $none -a check -d 'Check flows against the rules of Dataverse'
complete -c stagecraft-cli -n $none -a convert -d 'Write a solution in another format'
complete -c stagecraft-cli -n $none -a export -d 'Write a package to deploy'
complete -c stagecraft-cli -n $none -a import-metadata -d 'Keep what an environment says of its tables'
complete -c stagecraft-cli -n $none -a tables -d 'List the tables that are known'
complete -c stagecraft-cli -n $none -a columns -d 'List the columns of a table'
complete -c stagecraft-cli -n $none -a new -d 'Make a new solution'
complete -c stagecraft-cli -n $none -a access -d 'Say who may do what with the flows'
complete -c stagecraft-cli -n $none -a grant -d 'Give a role access to flows'
complete -c stagecraft-cli -n $none -a revoke -d 'Take access to flows from a role'
complete -c stagecraft-cli -n $none -a rules -d 'List or explain rules'
complete -c stagecraft-cli -n $none -a help -d 'Show the help of a command'
complete -c stagecraft-cli -n $none -l version -d 'Show the version'
complete -c stagecraft-cli -s h -l help -d 'Show the help'

complete -c stagecraft-cli -n '__fish_seen_subcommand_from help' -a 'info check convert export import-metadata tables columns new access grant revoke rules'
complete -c stagecraft-cli -n '__fish_seen_subcommand_from info check convert export import-metadata tables columns new access grant revoke' -F

complete -c stagecraft-cli -n '__fish_seen_subcommand_from info export tables columns grant revoke' \
    -s f -l format -x -a 'text json' -d 'How to say it'

complete -c stagecraft-cli -n '__fish_seen_subcommand_from rules' \
    -s f -l format -x -a 'text json markdown' -d 'How to say it'
complete -c stagecraft-cli -n '__fish_seen_subcommand_from check' \
    -s s -l severity -x -a 'error warning advice' -d 'Report and fail from here on'
complete -c stagecraft-cli -n '__fish_seen_subcommand_from check' \
    -s r -l rule -x -d 'Report only this rule'
complete -c stagecraft-cli -n '__fish_seen_subcommand_from check' \
    -s f -l format -x -a 'text json sarif junit' -d 'How to say it'
complete -c stagecraft-cli -n '__fish_seen_subcommand_from check' \
    -s o -l output -r -F -d 'Write it to this file'
complete -c stagecraft-cli -n '__fish_seen_subcommand_from check' \
    -s S -l settings -r -F -d 'Take what is decided about rules from it'
complete -c stagecraft-cli -n '__fish_seen_subcommand_from check' \
    -s l -l limits -x -a 'flows-per-table=' -d 'What the organization allows'
complete -c stagecraft-cli -n '__fish_seen_subcommand_from check' \
    -s b -l baseline -r -F -d 'Count only what this report has not'
complete -c stagecraft-cli -n '__fish_seen_subcommand_from check' \
    -s j -l jobs -x -d 'Check so many files at once'
complete -c stagecraft-cli -n '__fish_seen_subcommand_from check' \
    -s q -l quiet -d 'Say nothing but what is wrong'

complete -c stagecraft-cli -n '__fish_seen_subcommand_from convert' \
    -s F -l flow -x -d 'Write only this flow'
complete -c stagecraft-cli -n '__fish_seen_subcommand_from convert' \
    -s r -l rewrite -d 'Write every flow anew'

complete -c stagecraft-cli -n '__fish_seen_subcommand_from export' -s z -l zip -d 'Write a .zip file'
complete -c stagecraft-cli -n '__fish_seen_subcommand_from export' \
    -s d -l folder -d 'Write an unpacked folder'
complete -c stagecraft-cli -n '__fish_seen_subcommand_from export' \
    -s V -l version -x -d 'Give the package this version'
complete -c stagecraft-cli -n '__fish_seen_subcommand_from export' \
    -s r -l raise-version -d 'Raise the version by one'
complete -c stagecraft-cli -n '__fish_seen_subcommand_from export' \
    -s n -l note -d 'Write what to do after the import'

complete -c stagecraft-cli -n '__fish_seen_subcommand_from new' \
    -s N -l name -x -d 'Display name of the solution'
complete -c stagecraft-cli -n '__fish_seen_subcommand_from new' \
    -s u -l unique-name -x -d 'Unique name of the solution'
complete -c stagecraft-cli -n '__fish_seen_subcommand_from new' \
    -s V -l version -x -d 'Version of the solution'
complete -c stagecraft-cli -n '__fish_seen_subcommand_from new' \
    -s p -l publisher -x -d 'Unique name of the publisher'
complete -c stagecraft-cli -n '__fish_seen_subcommand_from new' \
    -s x -l prefix -x -d "The publisher's prefix"
complete -c stagecraft-cli -n '__fish_seen_subcommand_from new' \
    -s o -l option-prefix -x -d "The publisher's prefix for choices"
complete -c stagecraft-cli -n '__fish_seen_subcommand_from new' \
    -s t -l table -x -d 'Add a flow on this table'
complete -c stagecraft-cli -n '__fish_seen_subcommand_from new' \
    -s T -l template -x -a 'empty four-stages approval lead-to-opportunity opportunity-sales phone-to-case' \
    -d 'Add a flow made from this template'
complete -c stagecraft-cli -n '__fish_seen_subcommand_from new' -s l -l list -d 'List the templates'
complete -c stagecraft-cli -n '__fish_seen_subcommand_from new' -s F -l flow -x -d 'Name of that flow'

complete -c stagecraft-cli -n '__fish_seen_subcommand_from access grant revoke' \
    -s F -l flow -x -d 'Only this flow'
complete -c stagecraft-cli -n '__fish_seen_subcommand_from access grant revoke' \
    -s R -l role -x -d 'This role'
complete -c stagecraft-cli -n '__fish_seen_subcommand_from access' \
    -s t -l tables -d 'Also show the tables of the stages'
complete -c stagecraft-cli -n '__fish_seen_subcommand_from access' \
    -s p -l persona -x -d 'Say what people with these roles can do'
complete -c stagecraft-cli -n '__fish_seen_subcommand_from access' \
    -s a -l app -x -d 'The app that they work in'
complete -c stagecraft-cli -n '__fish_seen_subcommand_from access' \
    -s c -l compare -d 'Say in which privileges two roles differ'
complete -c stagecraft-cli -n '__fish_seen_subcommand_from access' \
    -s w -l with -r -F -d 'Take the second one from this file'
complete -c stagecraft-cli -n '__fish_seen_subcommand_from access' \
    -s f -l format -x -a 'text csv json markdown' -d 'How to say it'
complete -c stagecraft-cli -n '__fish_seen_subcommand_from grant' \
    -s c -l create-role -d 'Make the role when there is none'
complete -c stagecraft-cli -n '__fish_seen_subcommand_from grant revoke' \
    -s A -l all-flows -d 'All flows of the solution'
complete -c stagecraft-cli -n '__fish_seen_subcommand_from grant revoke' \
    -s p -l preset -x -a 'viewer user full' -d 'The privileges of a preset'
complete -c stagecraft-cli -n '__fish_seen_subcommand_from grant revoke' \
    -s P -l privileges -x -a 'create read write delete append append-to' -d 'Single privileges'
complete -c stagecraft-cli -n '__fish_seen_subcommand_from grant revoke' \
    -s o -l output -r -F -d 'Write the solution there'
