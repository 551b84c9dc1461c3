# Print an optspec for argparse to handle cmd's options that are independent of any subcommand.
function __fish_decent_global_optspecs
    string join \n json explain= q/quiet color= progress= no-names h/help V/version
end

function __fish_decent_needs_command
    # Figure out if the current invocation already has a command.
    set -l cmd (commandline -opc)
    set -e cmd[1]
    argparse -s (__fish_decent_global_optspecs) -- $cmd 2>/dev/null
    or return
    if set -q argv[1]
        # Also print the command, so this can be used to figure out what it is.
        echo $argv[1]
        return 1
    end
    return 0
end

function __fish_decent_using_subcommand
    set -l cmd (__fish_decent_needs_command)
    test -z "$cmd"
    and return 1
    contains -- $cmd[1] $argv
end

complete -c decent -n "__fish_decent_needs_command" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_needs_command" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_needs_command" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_needs_command" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_needs_command" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_needs_command" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_needs_command" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_needs_command" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_needs_command" -f -a "inspect" -d 'What a file is, and the command that checks it'
complete -c decent -n "__fish_decent_needs_command" -f -a "learn" -d 'Lessons made of commands that really run'
complete -c decent -n "__fish_decent_needs_command" -f -a "tour" -d 'The whole job once, on a real file'
complete -c decent -n "__fish_decent_needs_command" -f -a "why" -d 'The page of an error'
complete -c decent -n "__fish_decent_needs_command" -f -a "completions" -d 'Completions for a shell'
complete -c decent -n "__fish_decent_needs_command" -f -a "generate" -d 'Man pages and completions, into a folder'
complete -c decent -n "__fish_decent_needs_command" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c decent -n "__fish_decent_using_subcommand inspect" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand inspect" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand inspect" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand inspect" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand inspect" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand inspect" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand inspect" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand inspect" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand learn" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand learn" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand learn" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand learn" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand learn" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand learn" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand learn" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand learn" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand tour" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand tour" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand tour" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand tour" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand tour" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand tour" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand tour" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand tour" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand why" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand why" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand why" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand why" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand why" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand why" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand why" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand why" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand completions" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand completions" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand completions" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand completions" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand completions" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand completions" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand completions" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand completions" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand generate" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand generate" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand generate" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand generate" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand generate" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand generate" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand generate" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand generate" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand help; and not __fish_seen_subcommand_from inspect learn tour why completions generate help" -f -a "inspect" -d 'What a file is, and the command that checks it'
complete -c decent -n "__fish_decent_using_subcommand help; and not __fish_seen_subcommand_from inspect learn tour why completions generate help" -f -a "learn" -d 'Lessons made of commands that really run'
complete -c decent -n "__fish_decent_using_subcommand help; and not __fish_seen_subcommand_from inspect learn tour why completions generate help" -f -a "tour" -d 'The whole job once, on a real file'
complete -c decent -n "__fish_decent_using_subcommand help; and not __fish_seen_subcommand_from inspect learn tour why completions generate help" -f -a "why" -d 'The page of an error'
complete -c decent -n "__fish_decent_using_subcommand help; and not __fish_seen_subcommand_from inspect learn tour why completions generate help" -f -a "completions" -d 'Completions for a shell'
complete -c decent -n "__fish_decent_using_subcommand help; and not __fish_seen_subcommand_from inspect learn tour why completions generate help" -f -a "generate" -d 'Man pages and completions, into a folder'
complete -c decent -n "__fish_decent_using_subcommand help; and not __fish_seen_subcommand_from inspect learn tour why completions generate help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
