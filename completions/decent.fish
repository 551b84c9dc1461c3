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
complete -c decent -n "__fish_decent_needs_command" -f -a "merkle" -d 'Merkle trees over files: roots, proofs, verified streaming'
complete -c decent -n "__fish_decent_needs_command" -f -a "gcounter" -d 'Counters that many replicas raise, and that merge in any order'
complete -c decent -n "__fish_decent_needs_command" -f -a "manifest" -d 'Lists of files with their digests: made, verified, compared'
complete -c decent -n "__fish_decent_needs_command" -f -a "torrent" -d 'Torrents: made, read, checked, changed'
complete -c decent -n "__fish_decent_needs_command" -f -a "inspect" -d 'What a file is, and the command that checks it'
complete -c decent -n "__fish_decent_needs_command" -f -a "learn" -d 'Lessons made of commands that really run'
complete -c decent -n "__fish_decent_needs_command" -f -a "tour" -d 'The whole job once, on a real file'
complete -c decent -n "__fish_decent_needs_command" -f -a "why" -d 'The page of an error'
complete -c decent -n "__fish_decent_needs_command" -f -a "completions" -d 'Completions for a shell'
complete -c decent -n "__fish_decent_needs_command" -f -a "generate" -d 'Man pages and completions, into a folder'
complete -c decent -n "__fish_decent_needs_command" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c decent -n "__fish_decent_using_subcommand merkle; and not __fish_seen_subcommand_from root list new prove verify diff audit help" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand merkle; and not __fish_seen_subcommand_from root list new prove verify diff audit help" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand merkle; and not __fish_seen_subcommand_from root list new prove verify diff audit help" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand merkle; and not __fish_seen_subcommand_from root list new prove verify diff audit help" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand merkle; and not __fish_seen_subcommand_from root list new prove verify diff audit help" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand merkle; and not __fish_seen_subcommand_from root list new prove verify diff audit help" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand merkle; and not __fish_seen_subcommand_from root list new prove verify diff audit help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand merkle; and not __fish_seen_subcommand_from root list new prove verify diff audit help" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand merkle; and not __fish_seen_subcommand_from root list new prove verify diff audit help" -f -a "root" -d 'Which tree over which leaves'
complete -c decent -n "__fish_decent_using_subcommand merkle; and not __fish_seen_subcommand_from root list new prove verify diff audit help" -f -a "list" -d 'Which tree over which leaves'
complete -c decent -n "__fish_decent_using_subcommand merkle; and not __fish_seen_subcommand_from root list new prove verify diff audit help" -f -a "new" -d 'Where an artefact goes'
complete -c decent -n "__fish_decent_using_subcommand merkle; and not __fish_seen_subcommand_from root list new prove verify diff audit help" -f -a "prove" -d 'Where an artefact goes'
complete -c decent -n "__fish_decent_using_subcommand merkle; and not __fish_seen_subcommand_from root list new prove verify diff audit help" -f -a "verify" -d 'Check data against a root, by a proof or a tree'
complete -c decent -n "__fish_decent_using_subcommand merkle; and not __fish_seen_subcommand_from root list new prove verify diff audit help" -f -a "diff" -d 'The byte ranges in which a copy differs'
complete -c decent -n "__fish_decent_using_subcommand merkle; and not __fish_seen_subcommand_from root list new prove verify diff audit help" -f -a "audit" -d 'The chunks to ask for, to audit who stores a file'
complete -c decent -n "__fish_decent_using_subcommand merkle; and not __fish_seen_subcommand_from root list new prove verify diff audit help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from root" -l tree -d 'The tree: rfc6962, bep52, blake3, bitcoin or fsverity' -r -f -a "rfc6962\t''
bep52\t''
blake3\t''
bitcoin\t''
fsverity\t''"
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from root" -l chunk -d 'Bytes of a chunk; 16 KiB, of fsverity 4 KiB, of blake3 1 KiB (as a tree file 16 KiB) unless told otherwise' -r
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from root" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from root" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from root" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from root" -l lines -d 'Each line, without its newline, is a leaf (rfc6962)'
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from root" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from root" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from root" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from root" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from root" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from list" -l tree -d 'The tree: rfc6962, bep52, blake3, bitcoin or fsverity' -r -f -a "rfc6962\t''
bep52\t''
blake3\t''
bitcoin\t''
fsverity\t''"
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from list" -l chunk -d 'Bytes of a chunk; 16 KiB, of fsverity 4 KiB, of blake3 1 KiB (as a tree file 16 KiB) unless told otherwise' -r
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from list" -l level -d 'The level: 0 are the leaves' -r
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from list" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from list" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from list" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from list" -l lines -d 'Each line, without its newline, is a leaf (rfc6962)'
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from list" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from list" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from new" -l tree -d 'The tree: rfc6962, bep52, blake3, bitcoin or fsverity' -r -f -a "rfc6962\t''
bep52\t''
blake3\t''
bitcoin\t''
fsverity\t''"
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from new" -l chunk -d 'Bytes of a chunk; 16 KiB, of fsverity 4 KiB, of blake3 1 KiB (as a tree file 16 KiB) unless told otherwise' -r
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from new" -s o -l output -d 'Write to FILE, whole or not at all; `-` is standard output' -r -F
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from new" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from new" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from new" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from new" -l lines -d 'Each line, without its newline, is a leaf (rfc6962)'
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from new" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from new" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from new" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from new" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from new" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from prove" -l tree -d 'The tree: rfc6962, bep52, blake3, bitcoin or fsverity' -r -f -a "rfc6962\t''
bep52\t''
blake3\t''
bitcoin\t''
fsverity\t''"
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from prove" -l chunk -d 'Bytes of a chunk; 16 KiB, of fsverity 4 KiB, of blake3 1 KiB (as a tree file 16 KiB) unless told otherwise' -r
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from prove" -l index -d 'Prove this chunk, counted from 0; may be given again' -r
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from prove" -l range -d 'Prove the chunks that hold bytes A up to, not including, B; may be given again' -r
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from prove" -l consistency -d 'Prove that the first SIZE bytes (of lines, lines) are the beginning of all' -r
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from prove" -s o -l output -d 'Write to FILE, whole or not at all; `-` is standard output' -r -F
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from prove" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from prove" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from prove" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from prove" -l lines -d 'Each line, without its newline, is a leaf (rfc6962)'
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from prove" -l data -d 'Let the proof carry the bytes that it proves'
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from prove" -l binary -d 'Write the compact binary form instead of JSON'
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from prove" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from prove" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from prove" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from prove" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from prove" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from verify" -l root -d 'The root that is trusted' -r
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from verify" -l proof -d 'A proof, as `merkle prove` writes it' -r -F
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from verify" -l with -d 'A tree file, as `merkle new` writes it: all of FILE is checked' -r -F
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from verify" -l size -d 'Of growth: the size that goes with --root' -r
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from verify" -l old-root -d 'Of growth: the root of the beginning' -r
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from verify" -l old-size -d 'Of growth: the size that goes with --old-root' -r
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from verify" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from verify" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from verify" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from verify" -l stream -d 'Pass on what is proven, and stop at the first chunk that is wrong'
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from verify" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from verify" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from verify" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from verify" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from verify" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from diff" -l with -d 'The tree file of what the copy should be' -r -F
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from diff" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from diff" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from diff" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from diff" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from diff" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from diff" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from diff" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from diff" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from audit" -l root -d 'The root of the file that should be stored' -r
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from audit" -l chunks -d 'How many chunks the file has' -r
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from audit" -l random -d 'A public random value that nobody could foresee' -r
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from audit" -s k -d 'How many to draw' -r
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from audit" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from audit" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from audit" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from audit" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from audit" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from audit" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from audit" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from audit" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from help" -f -a "root" -d 'Which tree over which leaves'
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from help" -f -a "list" -d 'Which tree over which leaves'
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from help" -f -a "new" -d 'Where an artefact goes'
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from help" -f -a "prove" -d 'Where an artefact goes'
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from help" -f -a "verify" -d 'Check data against a root, by a proof or a tree'
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from help" -f -a "diff" -d 'The byte ranges in which a copy differs'
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from help" -f -a "audit" -d 'The chunks to ask for, to audit who stores a file'
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c decent -n "__fish_decent_using_subcommand gcounter; and not __fish_seen_subcommand_from new add merge show delta verify help" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand gcounter; and not __fish_seen_subcommand_from new add merge show delta verify help" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand gcounter; and not __fish_seen_subcommand_from new add merge show delta verify help" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand gcounter; and not __fish_seen_subcommand_from new add merge show delta verify help" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand gcounter; and not __fish_seen_subcommand_from new add merge show delta verify help" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand gcounter; and not __fish_seen_subcommand_from new add merge show delta verify help" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand gcounter; and not __fish_seen_subcommand_from new add merge show delta verify help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand gcounter; and not __fish_seen_subcommand_from new add merge show delta verify help" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand gcounter; and not __fish_seen_subcommand_from new add merge show delta verify help" -f -a "new" -d 'Where an artefact goes'
complete -c decent -n "__fish_decent_using_subcommand gcounter; and not __fish_seen_subcommand_from new add merge show delta verify help" -f -a "add" -d 'Where an artefact goes'
complete -c decent -n "__fish_decent_using_subcommand gcounter; and not __fish_seen_subcommand_from new add merge show delta verify help" -f -a "merge" -d 'Where an artefact goes'
complete -c decent -n "__fish_decent_using_subcommand gcounter; and not __fish_seen_subcommand_from new add merge show delta verify help" -f -a "show" -d 'How much memory unsorted states may take'
complete -c decent -n "__fish_decent_using_subcommand gcounter; and not __fish_seen_subcommand_from new add merge show delta verify help" -f -a "delta" -d 'Where an artefact goes'
complete -c decent -n "__fish_decent_using_subcommand gcounter; and not __fish_seen_subcommand_from new add merge show delta verify help" -f -a "verify" -d 'How much memory unsorted states may take'
complete -c decent -n "__fish_decent_using_subcommand gcounter; and not __fish_seen_subcommand_from new add merge show delta verify help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c decent -n "__fish_decent_using_subcommand gcounter; and __fish_seen_subcommand_from new" -l replica -d 'A replica to name with the count 0' -r
complete -c decent -n "__fish_decent_using_subcommand gcounter; and __fish_seen_subcommand_from new" -s o -l output -d 'Write to FILE, whole or not at all; `-` is standard output' -r -F
complete -c decent -n "__fish_decent_using_subcommand gcounter; and __fish_seen_subcommand_from new" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand gcounter; and __fish_seen_subcommand_from new" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand gcounter; and __fish_seen_subcommand_from new" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand gcounter; and __fish_seen_subcommand_from new" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand gcounter; and __fish_seen_subcommand_from new" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand gcounter; and __fish_seen_subcommand_from new" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand gcounter; and __fish_seen_subcommand_from new" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand gcounter; and __fish_seen_subcommand_from new" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand gcounter; and __fish_seen_subcommand_from add" -l replica -d 'The replica that counts: one\'s own, for nobody else may raise it' -r
complete -c decent -n "__fish_decent_using_subcommand gcounter; and __fish_seen_subcommand_from add" -l memory -d 'Memory for unsorted states; the rest goes to nameless files in the temporary folder' -r
complete -c decent -n "__fish_decent_using_subcommand gcounter; and __fish_seen_subcommand_from add" -s o -l output -d 'Write to FILE, whole or not at all; `-` is standard output' -r -F
complete -c decent -n "__fish_decent_using_subcommand gcounter; and __fish_seen_subcommand_from add" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand gcounter; and __fish_seen_subcommand_from add" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand gcounter; and __fish_seen_subcommand_from add" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand gcounter; and __fish_seen_subcommand_from add" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand gcounter; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand gcounter; and __fish_seen_subcommand_from add" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand gcounter; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand gcounter; and __fish_seen_subcommand_from add" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand gcounter; and __fish_seen_subcommand_from merge" -l memory -d 'Memory for unsorted states; the rest goes to nameless files in the temporary folder' -r
complete -c decent -n "__fish_decent_using_subcommand gcounter; and __fish_seen_subcommand_from merge" -s o -l output -d 'Write to FILE, whole or not at all; `-` is standard output' -r -F
complete -c decent -n "__fish_decent_using_subcommand gcounter; and __fish_seen_subcommand_from merge" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand gcounter; and __fish_seen_subcommand_from merge" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand gcounter; and __fish_seen_subcommand_from merge" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand gcounter; and __fish_seen_subcommand_from merge" -l stable -d 'Print what all the states have seen: the smallest count of each replica'
complete -c decent -n "__fish_decent_using_subcommand gcounter; and __fish_seen_subcommand_from merge" -l driver -d 'Work as git\'s merge driver: the three STATEs are %O %A %B, and the result replaces %A'
complete -c decent -n "__fish_decent_using_subcommand gcounter; and __fish_seen_subcommand_from merge" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand gcounter; and __fish_seen_subcommand_from merge" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand gcounter; and __fish_seen_subcommand_from merge" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand gcounter; and __fish_seen_subcommand_from merge" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand gcounter; and __fish_seen_subcommand_from merge" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand gcounter; and __fish_seen_subcommand_from show" -l memory -d 'Memory for unsorted states; the rest goes to nameless files in the temporary folder' -r
complete -c decent -n "__fish_decent_using_subcommand gcounter; and __fish_seen_subcommand_from show" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand gcounter; and __fish_seen_subcommand_from show" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand gcounter; and __fish_seen_subcommand_from show" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand gcounter; and __fish_seen_subcommand_from show" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand gcounter; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand gcounter; and __fish_seen_subcommand_from show" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand gcounter; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand gcounter; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand gcounter; and __fish_seen_subcommand_from delta" -l memory -d 'Memory for unsorted states; the rest goes to nameless files in the temporary folder' -r
complete -c decent -n "__fish_decent_using_subcommand gcounter; and __fish_seen_subcommand_from delta" -s o -l output -d 'Write to FILE, whole or not at all; `-` is standard output' -r -F
complete -c decent -n "__fish_decent_using_subcommand gcounter; and __fish_seen_subcommand_from delta" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand gcounter; and __fish_seen_subcommand_from delta" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand gcounter; and __fish_seen_subcommand_from delta" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand gcounter; and __fish_seen_subcommand_from delta" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand gcounter; and __fish_seen_subcommand_from delta" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand gcounter; and __fish_seen_subcommand_from delta" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand gcounter; and __fish_seen_subcommand_from delta" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand gcounter; and __fish_seen_subcommand_from delta" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand gcounter; and __fish_seen_subcommand_from verify" -l exec -d 'A merge program of your own: run by sh with two files behind it, it prints their merge' -r
complete -c decent -n "__fish_decent_using_subcommand gcounter; and __fish_seen_subcommand_from verify" -l count -d 'How many threes of states to check on, at most' -r
complete -c decent -n "__fish_decent_using_subcommand gcounter; and __fish_seen_subcommand_from verify" -l seed -d 'Where the made-up states begin' -r
complete -c decent -n "__fish_decent_using_subcommand gcounter; and __fish_seen_subcommand_from verify" -l memory -d 'Memory for unsorted states; the rest goes to nameless files in the temporary folder' -r
complete -c decent -n "__fish_decent_using_subcommand gcounter; and __fish_seen_subcommand_from verify" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand gcounter; and __fish_seen_subcommand_from verify" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand gcounter; and __fish_seen_subcommand_from verify" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand gcounter; and __fish_seen_subcommand_from verify" -l laws -d 'Check that the merge is commutative, associative, idempotent and loses nothing'
complete -c decent -n "__fish_decent_using_subcommand gcounter; and __fish_seen_subcommand_from verify" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand gcounter; and __fish_seen_subcommand_from verify" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand gcounter; and __fish_seen_subcommand_from verify" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand gcounter; and __fish_seen_subcommand_from verify" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand gcounter; and __fish_seen_subcommand_from verify" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand gcounter; and __fish_seen_subcommand_from help" -f -a "new" -d 'Where an artefact goes'
complete -c decent -n "__fish_decent_using_subcommand gcounter; and __fish_seen_subcommand_from help" -f -a "add" -d 'Where an artefact goes'
complete -c decent -n "__fish_decent_using_subcommand gcounter; and __fish_seen_subcommand_from help" -f -a "merge" -d 'Where an artefact goes'
complete -c decent -n "__fish_decent_using_subcommand gcounter; and __fish_seen_subcommand_from help" -f -a "show" -d 'How much memory unsorted states may take'
complete -c decent -n "__fish_decent_using_subcommand gcounter; and __fish_seen_subcommand_from help" -f -a "delta" -d 'Where an artefact goes'
complete -c decent -n "__fish_decent_using_subcommand gcounter; and __fish_seen_subcommand_from help" -f -a "verify" -d 'How much memory unsorted states may take'
complete -c decent -n "__fish_decent_using_subcommand gcounter; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c decent -n "__fish_decent_using_subcommand manifest; and not __fish_seen_subcommand_from new verify diff help" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand manifest; and not __fish_seen_subcommand_from new verify diff help" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand manifest; and not __fish_seen_subcommand_from new verify diff help" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand manifest; and not __fish_seen_subcommand_from new verify diff help" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand manifest; and not __fish_seen_subcommand_from new verify diff help" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand manifest; and not __fish_seen_subcommand_from new verify diff help" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand manifest; and not __fish_seen_subcommand_from new verify diff help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand manifest; and not __fish_seen_subcommand_from new verify diff help" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand manifest; and not __fish_seen_subcommand_from new verify diff help" -f -a "new" -d 'Where an artefact goes'
complete -c decent -n "__fish_decent_using_subcommand manifest; and not __fish_seen_subcommand_from new verify diff help" -f -a "verify" -d 'Check files against a list'
complete -c decent -n "__fish_decent_using_subcommand manifest; and not __fish_seen_subcommand_from new verify diff help" -f -a "diff" -d 'What changed between two lists'
complete -c decent -n "__fish_decent_using_subcommand manifest; and not __fish_seen_subcommand_from new verify diff help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c decent -n "__fish_decent_using_subcommand manifest; and __fish_seen_subcommand_from new" -l algorithm -d 'The hash' -r -f -a "sha256\t''
sha512\t''
sha1\t''
blake3\t''"
complete -c decent -n "__fish_decent_using_subcommand manifest; and __fish_seen_subcommand_from new" -l piece -d 'With --roots: bytes that one hash of a layer spans at least' -r
complete -c decent -n "__fish_decent_using_subcommand manifest; and __fish_seen_subcommand_from new" -l symlinks -d 'What is done about symbolic links inside a folder' -r -f -a "follow\t'A link to a file counts as that file, one to a folder is passed over'
skip\t'Every link is passed over'
keep\t'A link is listed as itself (with --roots)'"
complete -c decent -n "__fish_decent_using_subcommand manifest; and __fish_seen_subcommand_from new" -s o -l output -d 'Write to FILE, whole or not at all; `-` is standard output' -r -F
complete -c decent -n "__fish_decent_using_subcommand manifest; and __fish_seen_subcommand_from new" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand manifest; and __fish_seen_subcommand_from new" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand manifest; and __fish_seen_subcommand_from new" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand manifest; and __fish_seen_subcommand_from new" -l tag -d 'Lines as BSD writes them: `SHA256 (NAME) = HEX`'
complete -c decent -n "__fish_decent_using_subcommand manifest; and __fish_seen_subcommand_from new" -l roots -d 'JSON Lines with sizes, digests and BEP 52 roots'
complete -c decent -n "__fish_decent_using_subcommand manifest; and __fish_seen_subcommand_from new" -s 0 -l zero -d 'End lines with NUL and escape nothing'
complete -c decent -n "__fish_decent_using_subcommand manifest; and __fish_seen_subcommand_from new" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand manifest; and __fish_seen_subcommand_from new" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand manifest; and __fish_seen_subcommand_from new" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand manifest; and __fish_seen_subcommand_from new" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand manifest; and __fish_seen_subcommand_from new" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand manifest; and __fish_seen_subcommand_from verify" -l extra -d 'Every file in DIR has to be listed; may be given again' -r -F
complete -c decent -n "__fish_decent_using_subcommand manifest; and __fish_seen_subcommand_from verify" -l algorithm -d 'The hash, where the length of the digests leaves a choice' -r -f -a "sha256\t''
sha512\t''
sha1\t''
blake3\t''"
complete -c decent -n "__fish_decent_using_subcommand manifest; and __fish_seen_subcommand_from verify" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand manifest; and __fish_seen_subcommand_from verify" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand manifest; and __fish_seen_subcommand_from verify" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand manifest; and __fish_seen_subcommand_from verify" -l ignore-missing -d 'A listed file that is not there is no error'
complete -c decent -n "__fish_decent_using_subcommand manifest; and __fish_seen_subcommand_from verify" -l strict -d 'Check nothing if one line of the list is damaged'
complete -c decent -n "__fish_decent_using_subcommand manifest; and __fish_seen_subcommand_from verify" -l below -d 'Don\'t open a name that leads out of this folder'
complete -c decent -n "__fish_decent_using_subcommand manifest; and __fish_seen_subcommand_from verify" -s 0 -l zero -d 'The list\'s lines end with NUL'
complete -c decent -n "__fish_decent_using_subcommand manifest; and __fish_seen_subcommand_from verify" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand manifest; and __fish_seen_subcommand_from verify" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand manifest; and __fish_seen_subcommand_from verify" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand manifest; and __fish_seen_subcommand_from verify" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand manifest; and __fish_seen_subcommand_from verify" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand manifest; and __fish_seen_subcommand_from diff" -l algorithm -d 'The hash, where the length of the digests leaves a choice' -r -f -a "sha256\t''
sha512\t''
sha1\t''
blake3\t''"
complete -c decent -n "__fish_decent_using_subcommand manifest; and __fish_seen_subcommand_from diff" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand manifest; and __fish_seen_subcommand_from diff" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand manifest; and __fish_seen_subcommand_from diff" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand manifest; and __fish_seen_subcommand_from diff" -s 0 -l zero -d 'The lists\' lines end with NUL'
complete -c decent -n "__fish_decent_using_subcommand manifest; and __fish_seen_subcommand_from diff" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand manifest; and __fish_seen_subcommand_from diff" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand manifest; and __fish_seen_subcommand_from diff" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand manifest; and __fish_seen_subcommand_from diff" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand manifest; and __fish_seen_subcommand_from diff" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand manifest; and __fish_seen_subcommand_from help" -f -a "new" -d 'Where an artefact goes'
complete -c decent -n "__fish_decent_using_subcommand manifest; and __fish_seen_subcommand_from help" -f -a "verify" -d 'Check files against a list'
complete -c decent -n "__fish_decent_using_subcommand manifest; and __fish_seen_subcommand_from help" -f -a "diff" -d 'What changed between two lists'
complete -c decent -n "__fish_decent_using_subcommand manifest; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c decent -n "__fish_decent_using_subcommand torrent; and not __fish_seen_subcommand_from new show list infohash verify magnet lint diff edit convert match repair help" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand torrent; and not __fish_seen_subcommand_from new show list infohash verify magnet lint diff edit convert match repair help" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand torrent; and not __fish_seen_subcommand_from new show list infohash verify magnet lint diff edit convert match repair help" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand torrent; and not __fish_seen_subcommand_from new show list infohash verify magnet lint diff edit convert match repair help" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand torrent; and not __fish_seen_subcommand_from new show list infohash verify magnet lint diff edit convert match repair help" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand torrent; and not __fish_seen_subcommand_from new show list infohash verify magnet lint diff edit convert match repair help" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand torrent; and not __fish_seen_subcommand_from new show list infohash verify magnet lint diff edit convert match repair help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand torrent; and not __fish_seen_subcommand_from new show list infohash verify magnet lint diff edit convert match repair help" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand torrent; and not __fish_seen_subcommand_from new show list infohash verify magnet lint diff edit convert match repair help" -f -a "new" -d 'Where an artefact goes'
complete -c decent -n "__fish_decent_using_subcommand torrent; and not __fish_seen_subcommand_from new show list infohash verify magnet lint diff edit convert match repair help" -f -a "show" -d 'What a torrent says'
complete -c decent -n "__fish_decent_using_subcommand torrent; and not __fish_seen_subcommand_from new show list infohash verify magnet lint diff edit convert match repair help" -f -a "list" -d 'The files of a torrent'
complete -c decent -n "__fish_decent_using_subcommand torrent; and not __fish_seen_subcommand_from new show list infohash verify magnet lint diff edit convert match repair help" -f -a "infohash" -d 'The hashes that name torrents'
complete -c decent -n "__fish_decent_using_subcommand torrent; and not __fish_seen_subcommand_from new show list infohash verify magnet lint diff edit convert match repair help" -f -a "verify" -d 'Check data against a torrent'
complete -c decent -n "__fish_decent_using_subcommand torrent; and not __fish_seen_subcommand_from new show list infohash verify magnet lint diff edit convert match repair help" -f -a "magnet" -d 'Magnet links, made and read'
complete -c decent -n "__fish_decent_using_subcommand torrent; and not __fish_seen_subcommand_from new show list infohash verify magnet lint diff edit convert match repair help" -f -a "lint" -d 'What other programs would stumble over'
complete -c decent -n "__fish_decent_using_subcommand torrent; and not __fish_seen_subcommand_from new show list infohash verify magnet lint diff edit convert match repair help" -f -a "diff" -d 'What two torrents do not share'
complete -c decent -n "__fish_decent_using_subcommand torrent; and not __fish_seen_subcommand_from new show list infohash verify magnet lint diff edit convert match repair help" -f -a "edit" -d 'Where an artefact goes'
complete -c decent -n "__fish_decent_using_subcommand torrent; and not __fish_seen_subcommand_from new show list infohash verify magnet lint diff edit convert match repair help" -f -a "convert" -d 'Where an artefact goes'
complete -c decent -n "__fish_decent_using_subcommand torrent; and not __fish_seen_subcommand_from new show list infohash verify magnet lint diff edit convert match repair help" -f -a "match" -d 'Find the data of a torrent in folders'
complete -c decent -n "__fish_decent_using_subcommand torrent; and not __fish_seen_subcommand_from new show list infohash verify magnet lint diff edit convert match repair help" -f -a "repair" -d 'Make data whole from another copy'
complete -c decent -n "__fish_decent_using_subcommand torrent; and not __fish_seen_subcommand_from new show list infohash verify magnet lint diff edit convert match repair help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from new" -l piece -d 'Bytes of a piece; without it at most 2048 pieces of 16 KiB to 16 MiB, 1 MiB for a stream' -r
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from new" -l name -d 'The name of the file or folder that is made of it' -r
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from new" -l announce -d 'A tracker; a comma joins those of one tier, a new option begins the next tier' -r
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from new" -l webseed -d 'A URL that serves the files (BEP 19)' -r
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from new" -l http-seed -d 'A URL that serves pieces (BEP 17)' -r
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from new" -l node -d 'A node of the distributed table (BEP 5)' -r
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from new" -l source -d 'A word that makes the infohash one\'s own' -r
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from new" -l comment -d 'Words about the torrent' -r
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from new" -l date -d 'When it was made: RFC 3339, or seconds since 1970' -r
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from new" -l created-by -d 'The program that made it' -r
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from new" -l similar -d 'The infohash of a torrent that has files in common (BEP 38)' -r
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from new" -l collection -d 'A collection that it belongs to (BEP 38)' -r
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from new" -l update-url -d 'Where a newer torrent can be had (BEP 39)' -r
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from new" -l symlinks -d 'What is done about symbolic links inside a folder' -r -f -a "keep\t'A link is listed as itself, with where it leads (BEP 47)'
follow\t'A link to a file counts as that file, one to a folder is passed over'
skip\t'Every link is passed over'"
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from new" -l ignore -d 'Without what GLOB matches, as in a .gitignore' -r
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from new" -l glob -d 'Of the files only those that GLOB matches' -r
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from new" -s o -l output -d 'Write to FILE, whole or not at all; `-` is standard output' -r -F
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from new" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from new" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from new" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from new" -l v1 -d 'Version 1 alone: SHA-1 over pieces of all files'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from new" -l v2 -d 'Version 2 alone: a tree of SHA-256 for each file'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from new" -l hybrid -d 'Both versions over the same files; the default'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from new" -l private -d 'Only its trackers may tell of peers (BEP 27)'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from new" -l hidden -d 'Names that begin with a dot too'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from new" -l junk -d 'What systems leave in folders too: Thumbs.db, .DS_Store'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from new" -l gitignore -d 'Without what the .gitignore files in the folder leave out'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from new" -l attributes -d 'Tell what can be run and what is hidden (BEP 47)'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from new" -l align -d 'Of version 1: begin a piece with every file, as hybrids do'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from new" -l lossy -d 'Take names that are no UTF-8, their wrong bytes replaced'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from new" -l magnet -d 'Print the magnet link too'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from new" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from new" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from new" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from new" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from new" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from show" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from show" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from show" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from show" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from show" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from list" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from list" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from list" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from list" -l pads -d 'List pads too, which fill up pieces and are no files'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from list" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from list" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from infohash" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from infohash" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from infohash" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from infohash" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from infohash" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from infohash" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from infohash" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from infohash" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from verify" -l bitfield -d 'Write which pieces are there, a bit each, the first the highest of its byte' -r -F
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from verify" -l copy -d 'Another copy: where it is right, wrong pieces are told to the block of 16 KiB' -r -F
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from verify" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from verify" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from verify" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from verify" -l stream -d 'Pass on what is proven, and stop at the first piece that is wrong'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from verify" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from verify" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from verify" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from verify" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from verify" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from magnet" -l parse -d 'Read a link, or `-` for links on standard input, a line each' -r
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from magnet" -l peer -d 'A peer to ask first, HOST:PORT or [IPV6]:PORT; may be given many times' -r
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from magnet" -l select -d 'Only these files, counted from 0 as in `list --json`: 0,2,4-6' -r
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from magnet" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from magnet" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from magnet" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from magnet" -l bare -d 'Leave the trackers and web seeds out'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from magnet" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from magnet" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from magnet" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from magnet" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from magnet" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from lint" -l allow -d 'A finding that is no finding here; may be given many times' -r
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from lint" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from lint" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from lint" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from lint" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from lint" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from lint" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from lint" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from lint" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from diff" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from diff" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from diff" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from diff" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from diff" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from diff" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from diff" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from diff" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from edit" -s o -l output -d 'Write to FILE, whole or not at all; `-` is standard output' -r -F
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from edit" -l announce -d 'Trackers in place of the old: each a tier of its own, or a tier of many with commas; \'\' for none' -r
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from edit" -l webseed -d 'URLs that serve the files, in place of the old; \'\' for none' -r
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from edit" -l httpseed -d 'URLs that serve pieces, in place of the old; \'\' for none' -r
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from edit" -l node -d 'Nodes of the distributed table, in place of the old; \'\' for none' -r
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from edit" -l comment -d 'Words about the torrent; \'\' for none' -r
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from edit" -l created-by -d 'The program that made it; \'\' for none' -r
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from edit" -l date -d 'When it was made: RFC 3339, or seconds since 1970; \'\' for never' -r
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from edit" -l private -d 'Only its trackers may tell of peers; changes the infohash' -r -f -a "true\t''
false\t''"
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from edit" -l source -d 'The word of a site, \'\' for none; changes the infohash' -r
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from edit" -l name -d 'The name of the file or folder; changes the infohash' -r
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from edit" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from edit" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from edit" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from edit" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from edit" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from edit" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from convert" -l piece -d 'Bytes of a piece; without it those of OLD, if a power of two from 16 KiB' -r
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from convert" -s o -l output -d 'Write to FILE, whole or not at all; `-` is standard output' -r -F
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from convert" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from convert" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from convert" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from convert" -l hybrid -d 'Both versions; the default'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from convert" -l v2 -d 'Version 2 alone'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from convert" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from convert" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from convert" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from convert" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from convert" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from match" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from match" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from match" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from match" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from match" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from match" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from match" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from match" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from repair" -l from -d 'Where another copy is: a folder with files of the same names' -r -F
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from repair" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from repair" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from repair" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from repair" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from repair" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from repair" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from repair" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from repair" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from help" -f -a "new" -d 'Where an artefact goes'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from help" -f -a "show" -d 'What a torrent says'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from help" -f -a "list" -d 'The files of a torrent'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from help" -f -a "infohash" -d 'The hashes that name torrents'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from help" -f -a "verify" -d 'Check data against a torrent'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from help" -f -a "magnet" -d 'Magnet links, made and read'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from help" -f -a "lint" -d 'What other programs would stumble over'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from help" -f -a "diff" -d 'What two torrents do not share'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from help" -f -a "edit" -d 'Where an artefact goes'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from help" -f -a "convert" -d 'Where an artefact goes'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from help" -f -a "match" -d 'Find the data of a torrent in folders'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from help" -f -a "repair" -d 'Make data whole from another copy'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
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
complete -c decent -n "__fish_decent_using_subcommand help; and not __fish_seen_subcommand_from merkle gcounter manifest torrent inspect learn tour why completions generate help" -f -a "merkle" -d 'Merkle trees over files: roots, proofs, verified streaming'
complete -c decent -n "__fish_decent_using_subcommand help; and not __fish_seen_subcommand_from merkle gcounter manifest torrent inspect learn tour why completions generate help" -f -a "gcounter" -d 'Counters that many replicas raise, and that merge in any order'
complete -c decent -n "__fish_decent_using_subcommand help; and not __fish_seen_subcommand_from merkle gcounter manifest torrent inspect learn tour why completions generate help" -f -a "manifest" -d 'Lists of files with their digests: made, verified, compared'
complete -c decent -n "__fish_decent_using_subcommand help; and not __fish_seen_subcommand_from merkle gcounter manifest torrent inspect learn tour why completions generate help" -f -a "torrent" -d 'Torrents: made, read, checked, changed'
complete -c decent -n "__fish_decent_using_subcommand help; and not __fish_seen_subcommand_from merkle gcounter manifest torrent inspect learn tour why completions generate help" -f -a "inspect" -d 'What a file is, and the command that checks it'
complete -c decent -n "__fish_decent_using_subcommand help; and not __fish_seen_subcommand_from merkle gcounter manifest torrent inspect learn tour why completions generate help" -f -a "learn" -d 'Lessons made of commands that really run'
complete -c decent -n "__fish_decent_using_subcommand help; and not __fish_seen_subcommand_from merkle gcounter manifest torrent inspect learn tour why completions generate help" -f -a "tour" -d 'The whole job once, on a real file'
complete -c decent -n "__fish_decent_using_subcommand help; and not __fish_seen_subcommand_from merkle gcounter manifest torrent inspect learn tour why completions generate help" -f -a "why" -d 'The page of an error'
complete -c decent -n "__fish_decent_using_subcommand help; and not __fish_seen_subcommand_from merkle gcounter manifest torrent inspect learn tour why completions generate help" -f -a "completions" -d 'Completions for a shell'
complete -c decent -n "__fish_decent_using_subcommand help; and not __fish_seen_subcommand_from merkle gcounter manifest torrent inspect learn tour why completions generate help" -f -a "generate" -d 'Man pages and completions, into a folder'
complete -c decent -n "__fish_decent_using_subcommand help; and not __fish_seen_subcommand_from merkle gcounter manifest torrent inspect learn tour why completions generate help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from merkle" -f -a "root" -d 'Which tree over which leaves'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from merkle" -f -a "list" -d 'Which tree over which leaves'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from merkle" -f -a "new" -d 'Where an artefact goes'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from merkle" -f -a "prove" -d 'Where an artefact goes'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from merkle" -f -a "verify" -d 'Check data against a root, by a proof or a tree'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from merkle" -f -a "diff" -d 'The byte ranges in which a copy differs'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from merkle" -f -a "audit" -d 'The chunks to ask for, to audit who stores a file'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from gcounter" -f -a "new" -d 'Where an artefact goes'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from gcounter" -f -a "add" -d 'Where an artefact goes'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from gcounter" -f -a "merge" -d 'Where an artefact goes'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from gcounter" -f -a "show" -d 'How much memory unsorted states may take'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from gcounter" -f -a "delta" -d 'Where an artefact goes'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from gcounter" -f -a "verify" -d 'How much memory unsorted states may take'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from manifest" -f -a "new" -d 'Where an artefact goes'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from manifest" -f -a "verify" -d 'Check files against a list'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from manifest" -f -a "diff" -d 'What changed between two lists'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from torrent" -f -a "new" -d 'Where an artefact goes'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from torrent" -f -a "show" -d 'What a torrent says'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from torrent" -f -a "list" -d 'The files of a torrent'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from torrent" -f -a "infohash" -d 'The hashes that name torrents'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from torrent" -f -a "verify" -d 'Check data against a torrent'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from torrent" -f -a "magnet" -d 'Magnet links, made and read'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from torrent" -f -a "lint" -d 'What other programs would stumble over'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from torrent" -f -a "diff" -d 'What two torrents do not share'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from torrent" -f -a "edit" -d 'Where an artefact goes'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from torrent" -f -a "convert" -d 'Where an artefact goes'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from torrent" -f -a "match" -d 'Find the data of a torrent in folders'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from torrent" -f -a "repair" -d 'Make data whole from another copy'
