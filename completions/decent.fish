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
complete -c decent -n "__fish_decent_needs_command" -f -a "pncounter" -d 'Counters that rise and fall, on many replicas'
complete -c decent -n "__fish_decent_needs_command" -f -a "register" -d 'Values that many replicas overwrite: the last one, or all'
complete -c decent -n "__fish_decent_needs_command" -f -a "orset" -d 'Sets that many replicas add to and remove from'
complete -c decent -n "__fish_decent_needs_command" -f -a "seq" -d 'Lists and texts that many replicas edit'
complete -c decent -n "__fish_decent_needs_command" -f -a "manifest" -d 'Lists of files with their digests: made, verified, compared'
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
complete -c decent -n "__fish_decent_using_subcommand gcounter; and not __fish_seen_subcommand_from new add merge show delta verify help" -f -a "merge" -d 'How much memory unsorted states may take'
complete -c decent -n "__fish_decent_using_subcommand gcounter; and not __fish_seen_subcommand_from new add merge show delta verify help" -f -a "show" -d 'How much memory unsorted states may take'
complete -c decent -n "__fish_decent_using_subcommand gcounter; and not __fish_seen_subcommand_from new add merge show delta verify help" -f -a "delta" -d 'How much memory unsorted states may take'
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
complete -c decent -n "__fish_decent_using_subcommand gcounter; and __fish_seen_subcommand_from merge" -s o -l output -d 'Write to FILE, whole or not at all; `-` is standard output' -r -F
complete -c decent -n "__fish_decent_using_subcommand gcounter; and __fish_seen_subcommand_from merge" -l memory -d 'Memory for unsorted states; the rest goes to nameless files in the temporary folder' -r
complete -c decent -n "__fish_decent_using_subcommand gcounter; and __fish_seen_subcommand_from merge" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand gcounter; and __fish_seen_subcommand_from merge" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand gcounter; and __fish_seen_subcommand_from merge" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand gcounter; and __fish_seen_subcommand_from merge" -l stable -d 'Print what all the states have seen, which may be compacted'
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
complete -c decent -n "__fish_decent_using_subcommand gcounter; and __fish_seen_subcommand_from delta" -s o -l output -d 'Write to FILE, whole or not at all; `-` is standard output' -r -F
complete -c decent -n "__fish_decent_using_subcommand gcounter; and __fish_seen_subcommand_from delta" -l memory -d 'Memory for unsorted states; the rest goes to nameless files in the temporary folder' -r
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
complete -c decent -n "__fish_decent_using_subcommand gcounter; and __fish_seen_subcommand_from help" -f -a "merge" -d 'How much memory unsorted states may take'
complete -c decent -n "__fish_decent_using_subcommand gcounter; and __fish_seen_subcommand_from help" -f -a "show" -d 'How much memory unsorted states may take'
complete -c decent -n "__fish_decent_using_subcommand gcounter; and __fish_seen_subcommand_from help" -f -a "delta" -d 'How much memory unsorted states may take'
complete -c decent -n "__fish_decent_using_subcommand gcounter; and __fish_seen_subcommand_from help" -f -a "verify" -d 'How much memory unsorted states may take'
complete -c decent -n "__fish_decent_using_subcommand gcounter; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c decent -n "__fish_decent_using_subcommand pncounter; and not __fish_seen_subcommand_from new add merge show delta verify help" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand pncounter; and not __fish_seen_subcommand_from new add merge show delta verify help" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand pncounter; and not __fish_seen_subcommand_from new add merge show delta verify help" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand pncounter; and not __fish_seen_subcommand_from new add merge show delta verify help" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand pncounter; and not __fish_seen_subcommand_from new add merge show delta verify help" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand pncounter; and not __fish_seen_subcommand_from new add merge show delta verify help" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand pncounter; and not __fish_seen_subcommand_from new add merge show delta verify help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand pncounter; and not __fish_seen_subcommand_from new add merge show delta verify help" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand pncounter; and not __fish_seen_subcommand_from new add merge show delta verify help" -f -a "new" -d '`new`'
complete -c decent -n "__fish_decent_using_subcommand pncounter; and not __fish_seen_subcommand_from new add merge show delta verify help" -f -a "add" -d 'A verb that changes a state at a replica of one\'s own'
complete -c decent -n "__fish_decent_using_subcommand pncounter; and not __fish_seen_subcommand_from new add merge show delta verify help" -f -a "merge" -d '`merge`'
complete -c decent -n "__fish_decent_using_subcommand pncounter; and not __fish_seen_subcommand_from new add merge show delta verify help" -f -a "show" -d '`show`'
complete -c decent -n "__fish_decent_using_subcommand pncounter; and not __fish_seen_subcommand_from new add merge show delta verify help" -f -a "delta" -d '`delta`'
complete -c decent -n "__fish_decent_using_subcommand pncounter; and not __fish_seen_subcommand_from new add merge show delta verify help" -f -a "verify" -d 'Whether a merge keeps the laws'
complete -c decent -n "__fish_decent_using_subcommand pncounter; and not __fish_seen_subcommand_from new add merge show delta verify help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c decent -n "__fish_decent_using_subcommand pncounter; and __fish_seen_subcommand_from new" -s o -l output -d 'Write to FILE, whole or not at all; `-` is standard output' -r -F
complete -c decent -n "__fish_decent_using_subcommand pncounter; and __fish_seen_subcommand_from new" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand pncounter; and __fish_seen_subcommand_from new" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand pncounter; and __fish_seen_subcommand_from new" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand pncounter; and __fish_seen_subcommand_from new" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand pncounter; and __fish_seen_subcommand_from new" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand pncounter; and __fish_seen_subcommand_from new" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand pncounter; and __fish_seen_subcommand_from new" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand pncounter; and __fish_seen_subcommand_from new" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand pncounter; and __fish_seen_subcommand_from add" -l by -d 'How much to add; less than nothing as --by=-N' -r
complete -c decent -n "__fish_decent_using_subcommand pncounter; and __fish_seen_subcommand_from add" -l replica -d 'The replica that does it: one\'s own, for nobody else may act in its name' -r
complete -c decent -n "__fish_decent_using_subcommand pncounter; and __fish_seen_subcommand_from add" -s o -l output -d 'Write to FILE, whole or not at all; `-` is standard output' -r -F
complete -c decent -n "__fish_decent_using_subcommand pncounter; and __fish_seen_subcommand_from add" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand pncounter; and __fish_seen_subcommand_from add" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand pncounter; and __fish_seen_subcommand_from add" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand pncounter; and __fish_seen_subcommand_from add" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand pncounter; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand pncounter; and __fish_seen_subcommand_from add" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand pncounter; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand pncounter; and __fish_seen_subcommand_from add" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand pncounter; and __fish_seen_subcommand_from merge" -s o -l output -d 'Write to FILE, whole or not at all; `-` is standard output' -r -F
complete -c decent -n "__fish_decent_using_subcommand pncounter; and __fish_seen_subcommand_from merge" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand pncounter; and __fish_seen_subcommand_from merge" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand pncounter; and __fish_seen_subcommand_from merge" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand pncounter; and __fish_seen_subcommand_from merge" -l stable -d 'Print what all the states have seen, which may be compacted'
complete -c decent -n "__fish_decent_using_subcommand pncounter; and __fish_seen_subcommand_from merge" -l driver -d 'Work as git\'s merge driver: the three STATEs are %O %A %B, and the result replaces %A'
complete -c decent -n "__fish_decent_using_subcommand pncounter; and __fish_seen_subcommand_from merge" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand pncounter; and __fish_seen_subcommand_from merge" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand pncounter; and __fish_seen_subcommand_from merge" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand pncounter; and __fish_seen_subcommand_from merge" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand pncounter; and __fish_seen_subcommand_from merge" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand pncounter; and __fish_seen_subcommand_from show" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand pncounter; and __fish_seen_subcommand_from show" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand pncounter; and __fish_seen_subcommand_from show" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand pncounter; and __fish_seen_subcommand_from show" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand pncounter; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand pncounter; and __fish_seen_subcommand_from show" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand pncounter; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand pncounter; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand pncounter; and __fish_seen_subcommand_from delta" -s o -l output -d 'Write to FILE, whole or not at all; `-` is standard output' -r -F
complete -c decent -n "__fish_decent_using_subcommand pncounter; and __fish_seen_subcommand_from delta" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand pncounter; and __fish_seen_subcommand_from delta" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand pncounter; and __fish_seen_subcommand_from delta" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand pncounter; and __fish_seen_subcommand_from delta" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand pncounter; and __fish_seen_subcommand_from delta" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand pncounter; and __fish_seen_subcommand_from delta" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand pncounter; and __fish_seen_subcommand_from delta" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand pncounter; and __fish_seen_subcommand_from delta" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand pncounter; and __fish_seen_subcommand_from verify" -l exec -d 'A merge program of your own: run by sh with two files behind it, it prints their merge' -r
complete -c decent -n "__fish_decent_using_subcommand pncounter; and __fish_seen_subcommand_from verify" -l count -d 'How many threes of states to check on, at most' -r
complete -c decent -n "__fish_decent_using_subcommand pncounter; and __fish_seen_subcommand_from verify" -l seed -d 'Where the made-up states begin' -r
complete -c decent -n "__fish_decent_using_subcommand pncounter; and __fish_seen_subcommand_from verify" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand pncounter; and __fish_seen_subcommand_from verify" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand pncounter; and __fish_seen_subcommand_from verify" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand pncounter; and __fish_seen_subcommand_from verify" -l laws -d 'Check that the merge is commutative, associative, idempotent and loses nothing'
complete -c decent -n "__fish_decent_using_subcommand pncounter; and __fish_seen_subcommand_from verify" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand pncounter; and __fish_seen_subcommand_from verify" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand pncounter; and __fish_seen_subcommand_from verify" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand pncounter; and __fish_seen_subcommand_from verify" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand pncounter; and __fish_seen_subcommand_from verify" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand pncounter; and __fish_seen_subcommand_from help" -f -a "new" -d '`new`'
complete -c decent -n "__fish_decent_using_subcommand pncounter; and __fish_seen_subcommand_from help" -f -a "add" -d 'A verb that changes a state at a replica of one\'s own'
complete -c decent -n "__fish_decent_using_subcommand pncounter; and __fish_seen_subcommand_from help" -f -a "merge" -d '`merge`'
complete -c decent -n "__fish_decent_using_subcommand pncounter; and __fish_seen_subcommand_from help" -f -a "show" -d '`show`'
complete -c decent -n "__fish_decent_using_subcommand pncounter; and __fish_seen_subcommand_from help" -f -a "delta" -d '`delta`'
complete -c decent -n "__fish_decent_using_subcommand pncounter; and __fish_seen_subcommand_from help" -f -a "verify" -d 'Whether a merge keeps the laws'
complete -c decent -n "__fish_decent_using_subcommand pncounter; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c decent -n "__fish_decent_using_subcommand register; and not __fish_seen_subcommand_from new add merge show delta verify help" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand register; and not __fish_seen_subcommand_from new add merge show delta verify help" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand register; and not __fish_seen_subcommand_from new add merge show delta verify help" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand register; and not __fish_seen_subcommand_from new add merge show delta verify help" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand register; and not __fish_seen_subcommand_from new add merge show delta verify help" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand register; and not __fish_seen_subcommand_from new add merge show delta verify help" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand register; and not __fish_seen_subcommand_from new add merge show delta verify help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand register; and not __fish_seen_subcommand_from new add merge show delta verify help" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand register; and not __fish_seen_subcommand_from new add merge show delta verify help" -f -a "new" -d '`new`'
complete -c decent -n "__fish_decent_using_subcommand register; and not __fish_seen_subcommand_from new add merge show delta verify help" -f -a "add" -d 'A verb that changes a state at a replica of one\'s own'
complete -c decent -n "__fish_decent_using_subcommand register; and not __fish_seen_subcommand_from new add merge show delta verify help" -f -a "merge" -d '`merge`'
complete -c decent -n "__fish_decent_using_subcommand register; and not __fish_seen_subcommand_from new add merge show delta verify help" -f -a "show" -d '`show`'
complete -c decent -n "__fish_decent_using_subcommand register; and not __fish_seen_subcommand_from new add merge show delta verify help" -f -a "delta" -d '`delta`'
complete -c decent -n "__fish_decent_using_subcommand register; and not __fish_seen_subcommand_from new add merge show delta verify help" -f -a "verify" -d 'Whether a merge keeps the laws'
complete -c decent -n "__fish_decent_using_subcommand register; and not __fish_seen_subcommand_from new add merge show delta verify help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c decent -n "__fish_decent_using_subcommand register; and __fish_seen_subcommand_from new" -s o -l output -d 'Write to FILE, whole or not at all; `-` is standard output' -r -F
complete -c decent -n "__fish_decent_using_subcommand register; and __fish_seen_subcommand_from new" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand register; and __fish_seen_subcommand_from new" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand register; and __fish_seen_subcommand_from new" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand register; and __fish_seen_subcommand_from new" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand register; and __fish_seen_subcommand_from new" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand register; and __fish_seen_subcommand_from new" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand register; and __fish_seen_subcommand_from new" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand register; and __fish_seen_subcommand_from new" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand register; and __fish_seen_subcommand_from add" -l at -d 'When it is written: RFC 3339, unix seconds, or any whole number that all replicas agree on' -r
complete -c decent -n "__fish_decent_using_subcommand register; and __fish_seen_subcommand_from add" -l replica -d 'The replica that does it: one\'s own, for nobody else may act in its name' -r
complete -c decent -n "__fish_decent_using_subcommand register; and __fish_seen_subcommand_from add" -s o -l output -d 'Write to FILE, whole or not at all; `-` is standard output' -r -F
complete -c decent -n "__fish_decent_using_subcommand register; and __fish_seen_subcommand_from add" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand register; and __fish_seen_subcommand_from add" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand register; and __fish_seen_subcommand_from add" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand register; and __fish_seen_subcommand_from add" -l multi -d 'Keep values that were written without seeing each other side by side'
complete -c decent -n "__fish_decent_using_subcommand register; and __fish_seen_subcommand_from add" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand register; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand register; and __fish_seen_subcommand_from add" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand register; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand register; and __fish_seen_subcommand_from add" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand register; and __fish_seen_subcommand_from merge" -s o -l output -d 'Write to FILE, whole or not at all; `-` is standard output' -r -F
complete -c decent -n "__fish_decent_using_subcommand register; and __fish_seen_subcommand_from merge" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand register; and __fish_seen_subcommand_from merge" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand register; and __fish_seen_subcommand_from merge" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand register; and __fish_seen_subcommand_from merge" -l stable -d 'Print what all the states have seen, which may be compacted'
complete -c decent -n "__fish_decent_using_subcommand register; and __fish_seen_subcommand_from merge" -l driver -d 'Work as git\'s merge driver: the three STATEs are %O %A %B, and the result replaces %A'
complete -c decent -n "__fish_decent_using_subcommand register; and __fish_seen_subcommand_from merge" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand register; and __fish_seen_subcommand_from merge" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand register; and __fish_seen_subcommand_from merge" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand register; and __fish_seen_subcommand_from merge" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand register; and __fish_seen_subcommand_from merge" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand register; and __fish_seen_subcommand_from show" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand register; and __fish_seen_subcommand_from show" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand register; and __fish_seen_subcommand_from show" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand register; and __fish_seen_subcommand_from show" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand register; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand register; and __fish_seen_subcommand_from show" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand register; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand register; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand register; and __fish_seen_subcommand_from delta" -s o -l output -d 'Write to FILE, whole or not at all; `-` is standard output' -r -F
complete -c decent -n "__fish_decent_using_subcommand register; and __fish_seen_subcommand_from delta" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand register; and __fish_seen_subcommand_from delta" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand register; and __fish_seen_subcommand_from delta" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand register; and __fish_seen_subcommand_from delta" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand register; and __fish_seen_subcommand_from delta" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand register; and __fish_seen_subcommand_from delta" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand register; and __fish_seen_subcommand_from delta" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand register; and __fish_seen_subcommand_from delta" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand register; and __fish_seen_subcommand_from verify" -l exec -d 'A merge program of your own: run by sh with two files behind it, it prints their merge' -r
complete -c decent -n "__fish_decent_using_subcommand register; and __fish_seen_subcommand_from verify" -l count -d 'How many threes of states to check on, at most' -r
complete -c decent -n "__fish_decent_using_subcommand register; and __fish_seen_subcommand_from verify" -l seed -d 'Where the made-up states begin' -r
complete -c decent -n "__fish_decent_using_subcommand register; and __fish_seen_subcommand_from verify" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand register; and __fish_seen_subcommand_from verify" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand register; and __fish_seen_subcommand_from verify" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand register; and __fish_seen_subcommand_from verify" -l laws -d 'Check that the merge is commutative, associative, idempotent and loses nothing'
complete -c decent -n "__fish_decent_using_subcommand register; and __fish_seen_subcommand_from verify" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand register; and __fish_seen_subcommand_from verify" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand register; and __fish_seen_subcommand_from verify" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand register; and __fish_seen_subcommand_from verify" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand register; and __fish_seen_subcommand_from verify" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand register; and __fish_seen_subcommand_from help" -f -a "new" -d '`new`'
complete -c decent -n "__fish_decent_using_subcommand register; and __fish_seen_subcommand_from help" -f -a "add" -d 'A verb that changes a state at a replica of one\'s own'
complete -c decent -n "__fish_decent_using_subcommand register; and __fish_seen_subcommand_from help" -f -a "merge" -d '`merge`'
complete -c decent -n "__fish_decent_using_subcommand register; and __fish_seen_subcommand_from help" -f -a "show" -d '`show`'
complete -c decent -n "__fish_decent_using_subcommand register; and __fish_seen_subcommand_from help" -f -a "delta" -d '`delta`'
complete -c decent -n "__fish_decent_using_subcommand register; and __fish_seen_subcommand_from help" -f -a "verify" -d 'Whether a merge keeps the laws'
complete -c decent -n "__fish_decent_using_subcommand register; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c decent -n "__fish_decent_using_subcommand orset; and not __fish_seen_subcommand_from new add remove merge show delta verify help" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand orset; and not __fish_seen_subcommand_from new add remove merge show delta verify help" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand orset; and not __fish_seen_subcommand_from new add remove merge show delta verify help" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand orset; and not __fish_seen_subcommand_from new add remove merge show delta verify help" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand orset; and not __fish_seen_subcommand_from new add remove merge show delta verify help" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand orset; and not __fish_seen_subcommand_from new add remove merge show delta verify help" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand orset; and not __fish_seen_subcommand_from new add remove merge show delta verify help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand orset; and not __fish_seen_subcommand_from new add remove merge show delta verify help" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand orset; and not __fish_seen_subcommand_from new add remove merge show delta verify help" -f -a "new" -d '`new`'
complete -c decent -n "__fish_decent_using_subcommand orset; and not __fish_seen_subcommand_from new add remove merge show delta verify help" -f -a "add" -d 'A verb that changes a state at a replica of one\'s own'
complete -c decent -n "__fish_decent_using_subcommand orset; and not __fish_seen_subcommand_from new add remove merge show delta verify help" -f -a "remove" -d 'A verb that changes a state at a replica of one\'s own'
complete -c decent -n "__fish_decent_using_subcommand orset; and not __fish_seen_subcommand_from new add remove merge show delta verify help" -f -a "merge" -d '`merge`'
complete -c decent -n "__fish_decent_using_subcommand orset; and not __fish_seen_subcommand_from new add remove merge show delta verify help" -f -a "show" -d '`show`'
complete -c decent -n "__fish_decent_using_subcommand orset; and not __fish_seen_subcommand_from new add remove merge show delta verify help" -f -a "delta" -d '`delta`'
complete -c decent -n "__fish_decent_using_subcommand orset; and not __fish_seen_subcommand_from new add remove merge show delta verify help" -f -a "verify" -d 'Whether a merge keeps the laws'
complete -c decent -n "__fish_decent_using_subcommand orset; and not __fish_seen_subcommand_from new add remove merge show delta verify help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c decent -n "__fish_decent_using_subcommand orset; and __fish_seen_subcommand_from new" -s o -l output -d 'Write to FILE, whole or not at all; `-` is standard output' -r -F
complete -c decent -n "__fish_decent_using_subcommand orset; and __fish_seen_subcommand_from new" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand orset; and __fish_seen_subcommand_from new" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand orset; and __fish_seen_subcommand_from new" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand orset; and __fish_seen_subcommand_from new" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand orset; and __fish_seen_subcommand_from new" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand orset; and __fish_seen_subcommand_from new" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand orset; and __fish_seen_subcommand_from new" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand orset; and __fish_seen_subcommand_from new" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand orset; and __fish_seen_subcommand_from add" -l replica -d 'The replica that does it: one\'s own, for nobody else may act in its name' -r
complete -c decent -n "__fish_decent_using_subcommand orset; and __fish_seen_subcommand_from add" -s o -l output -d 'Write to FILE, whole or not at all; `-` is standard output' -r -F
complete -c decent -n "__fish_decent_using_subcommand orset; and __fish_seen_subcommand_from add" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand orset; and __fish_seen_subcommand_from add" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand orset; and __fish_seen_subcommand_from add" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand orset; and __fish_seen_subcommand_from add" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand orset; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand orset; and __fish_seen_subcommand_from add" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand orset; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand orset; and __fish_seen_subcommand_from add" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand orset; and __fish_seen_subcommand_from remove" -l replica -d 'The replica that does it: one\'s own, for nobody else may act in its name' -r
complete -c decent -n "__fish_decent_using_subcommand orset; and __fish_seen_subcommand_from remove" -s o -l output -d 'Write to FILE, whole or not at all; `-` is standard output' -r -F
complete -c decent -n "__fish_decent_using_subcommand orset; and __fish_seen_subcommand_from remove" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand orset; and __fish_seen_subcommand_from remove" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand orset; and __fish_seen_subcommand_from remove" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand orset; and __fish_seen_subcommand_from remove" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand orset; and __fish_seen_subcommand_from remove" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand orset; and __fish_seen_subcommand_from remove" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand orset; and __fish_seen_subcommand_from remove" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand orset; and __fish_seen_subcommand_from remove" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand orset; and __fish_seen_subcommand_from merge" -s o -l output -d 'Write to FILE, whole or not at all; `-` is standard output' -r -F
complete -c decent -n "__fish_decent_using_subcommand orset; and __fish_seen_subcommand_from merge" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand orset; and __fish_seen_subcommand_from merge" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand orset; and __fish_seen_subcommand_from merge" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand orset; and __fish_seen_subcommand_from merge" -l stable -d 'Print what all the states have seen, which may be compacted'
complete -c decent -n "__fish_decent_using_subcommand orset; and __fish_seen_subcommand_from merge" -l driver -d 'Work as git\'s merge driver: the three STATEs are %O %A %B, and the result replaces %A'
complete -c decent -n "__fish_decent_using_subcommand orset; and __fish_seen_subcommand_from merge" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand orset; and __fish_seen_subcommand_from merge" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand orset; and __fish_seen_subcommand_from merge" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand orset; and __fish_seen_subcommand_from merge" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand orset; and __fish_seen_subcommand_from merge" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand orset; and __fish_seen_subcommand_from show" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand orset; and __fish_seen_subcommand_from show" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand orset; and __fish_seen_subcommand_from show" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand orset; and __fish_seen_subcommand_from show" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand orset; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand orset; and __fish_seen_subcommand_from show" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand orset; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand orset; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand orset; and __fish_seen_subcommand_from delta" -s o -l output -d 'Write to FILE, whole or not at all; `-` is standard output' -r -F
complete -c decent -n "__fish_decent_using_subcommand orset; and __fish_seen_subcommand_from delta" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand orset; and __fish_seen_subcommand_from delta" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand orset; and __fish_seen_subcommand_from delta" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand orset; and __fish_seen_subcommand_from delta" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand orset; and __fish_seen_subcommand_from delta" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand orset; and __fish_seen_subcommand_from delta" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand orset; and __fish_seen_subcommand_from delta" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand orset; and __fish_seen_subcommand_from delta" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand orset; and __fish_seen_subcommand_from verify" -l exec -d 'A merge program of your own: run by sh with two files behind it, it prints their merge' -r
complete -c decent -n "__fish_decent_using_subcommand orset; and __fish_seen_subcommand_from verify" -l count -d 'How many threes of states to check on, at most' -r
complete -c decent -n "__fish_decent_using_subcommand orset; and __fish_seen_subcommand_from verify" -l seed -d 'Where the made-up states begin' -r
complete -c decent -n "__fish_decent_using_subcommand orset; and __fish_seen_subcommand_from verify" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand orset; and __fish_seen_subcommand_from verify" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand orset; and __fish_seen_subcommand_from verify" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand orset; and __fish_seen_subcommand_from verify" -l laws -d 'Check that the merge is commutative, associative, idempotent and loses nothing'
complete -c decent -n "__fish_decent_using_subcommand orset; and __fish_seen_subcommand_from verify" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand orset; and __fish_seen_subcommand_from verify" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand orset; and __fish_seen_subcommand_from verify" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand orset; and __fish_seen_subcommand_from verify" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand orset; and __fish_seen_subcommand_from verify" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand orset; and __fish_seen_subcommand_from help" -f -a "new" -d '`new`'
complete -c decent -n "__fish_decent_using_subcommand orset; and __fish_seen_subcommand_from help" -f -a "add" -d 'A verb that changes a state at a replica of one\'s own'
complete -c decent -n "__fish_decent_using_subcommand orset; and __fish_seen_subcommand_from help" -f -a "remove" -d 'A verb that changes a state at a replica of one\'s own'
complete -c decent -n "__fish_decent_using_subcommand orset; and __fish_seen_subcommand_from help" -f -a "merge" -d '`merge`'
complete -c decent -n "__fish_decent_using_subcommand orset; and __fish_seen_subcommand_from help" -f -a "show" -d '`show`'
complete -c decent -n "__fish_decent_using_subcommand orset; and __fish_seen_subcommand_from help" -f -a "delta" -d '`delta`'
complete -c decent -n "__fish_decent_using_subcommand orset; and __fish_seen_subcommand_from help" -f -a "verify" -d 'Whether a merge keeps the laws'
complete -c decent -n "__fish_decent_using_subcommand orset; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c decent -n "__fish_decent_using_subcommand seq; and not __fish_seen_subcommand_from new edit merge show delta verify help" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand seq; and not __fish_seen_subcommand_from new edit merge show delta verify help" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand seq; and not __fish_seen_subcommand_from new edit merge show delta verify help" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand seq; and not __fish_seen_subcommand_from new edit merge show delta verify help" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand seq; and not __fish_seen_subcommand_from new edit merge show delta verify help" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand seq; and not __fish_seen_subcommand_from new edit merge show delta verify help" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand seq; and not __fish_seen_subcommand_from new edit merge show delta verify help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand seq; and not __fish_seen_subcommand_from new edit merge show delta verify help" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand seq; and not __fish_seen_subcommand_from new edit merge show delta verify help" -f -a "new" -d '`new`'
complete -c decent -n "__fish_decent_using_subcommand seq; and not __fish_seen_subcommand_from new edit merge show delta verify help" -f -a "edit" -d 'A verb that changes a state at a replica of one\'s own'
complete -c decent -n "__fish_decent_using_subcommand seq; and not __fish_seen_subcommand_from new edit merge show delta verify help" -f -a "merge" -d '`merge`'
complete -c decent -n "__fish_decent_using_subcommand seq; and not __fish_seen_subcommand_from new edit merge show delta verify help" -f -a "show" -d '`show`'
complete -c decent -n "__fish_decent_using_subcommand seq; and not __fish_seen_subcommand_from new edit merge show delta verify help" -f -a "delta" -d '`delta`'
complete -c decent -n "__fish_decent_using_subcommand seq; and not __fish_seen_subcommand_from new edit merge show delta verify help" -f -a "verify" -d 'Whether a merge keeps the laws'
complete -c decent -n "__fish_decent_using_subcommand seq; and not __fish_seen_subcommand_from new edit merge show delta verify help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c decent -n "__fish_decent_using_subcommand seq; and __fish_seen_subcommand_from new" -s o -l output -d 'Write to FILE, whole or not at all; `-` is standard output' -r -F
complete -c decent -n "__fish_decent_using_subcommand seq; and __fish_seen_subcommand_from new" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand seq; and __fish_seen_subcommand_from new" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand seq; and __fish_seen_subcommand_from new" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand seq; and __fish_seen_subcommand_from new" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand seq; and __fish_seen_subcommand_from new" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand seq; and __fish_seen_subcommand_from new" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand seq; and __fish_seen_subcommand_from new" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand seq; and __fish_seen_subcommand_from new" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand seq; and __fish_seen_subcommand_from edit" -l at -d 'Where: before the item of this number, counted from 0' -r
complete -c decent -n "__fish_decent_using_subcommand seq; and __fish_seen_subcommand_from edit" -l insert -d 'Insert these characters' -r
complete -c decent -n "__fish_decent_using_subcommand seq; and __fish_seen_subcommand_from edit" -l delete -d 'Delete so many items' -r
complete -c decent -n "__fish_decent_using_subcommand seq; and __fish_seen_subcommand_from edit" -l replica -d 'The replica that does it: one\'s own, for nobody else may act in its name' -r
complete -c decent -n "__fish_decent_using_subcommand seq; and __fish_seen_subcommand_from edit" -s o -l output -d 'Write to FILE, whole or not at all; `-` is standard output' -r -F
complete -c decent -n "__fish_decent_using_subcommand seq; and __fish_seen_subcommand_from edit" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand seq; and __fish_seen_subcommand_from edit" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand seq; and __fish_seen_subcommand_from edit" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand seq; and __fish_seen_subcommand_from edit" -l item -d 'Insert the text as one item, as a list wants it'
complete -c decent -n "__fish_decent_using_subcommand seq; and __fish_seen_subcommand_from edit" -l log -d 'Print the operations instead of the state: lines of a log, which merge folds'
complete -c decent -n "__fish_decent_using_subcommand seq; and __fish_seen_subcommand_from edit" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand seq; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand seq; and __fish_seen_subcommand_from edit" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand seq; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand seq; and __fish_seen_subcommand_from edit" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand seq; and __fish_seen_subcommand_from merge" -s o -l output -d 'Write to FILE, whole or not at all; `-` is standard output' -r -F
complete -c decent -n "__fish_decent_using_subcommand seq; and __fish_seen_subcommand_from merge" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand seq; and __fish_seen_subcommand_from merge" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand seq; and __fish_seen_subcommand_from merge" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand seq; and __fish_seen_subcommand_from merge" -l stable -d 'Print what all the states have seen, which may be compacted'
complete -c decent -n "__fish_decent_using_subcommand seq; and __fish_seen_subcommand_from merge" -l driver -d 'Work as git\'s merge driver: the three STATEs are %O %A %B, and the result replaces %A'
complete -c decent -n "__fish_decent_using_subcommand seq; and __fish_seen_subcommand_from merge" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand seq; and __fish_seen_subcommand_from merge" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand seq; and __fish_seen_subcommand_from merge" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand seq; and __fish_seen_subcommand_from merge" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand seq; and __fish_seen_subcommand_from merge" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand seq; and __fish_seen_subcommand_from show" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand seq; and __fish_seen_subcommand_from show" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand seq; and __fish_seen_subcommand_from show" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand seq; and __fish_seen_subcommand_from show" -l lines -d 'Print an item a line, as of a list'
complete -c decent -n "__fish_decent_using_subcommand seq; and __fish_seen_subcommand_from show" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand seq; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand seq; and __fish_seen_subcommand_from show" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand seq; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand seq; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand seq; and __fish_seen_subcommand_from delta" -s o -l output -d 'Write to FILE, whole or not at all; `-` is standard output' -r -F
complete -c decent -n "__fish_decent_using_subcommand seq; and __fish_seen_subcommand_from delta" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand seq; and __fish_seen_subcommand_from delta" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand seq; and __fish_seen_subcommand_from delta" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand seq; and __fish_seen_subcommand_from delta" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand seq; and __fish_seen_subcommand_from delta" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand seq; and __fish_seen_subcommand_from delta" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand seq; and __fish_seen_subcommand_from delta" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand seq; and __fish_seen_subcommand_from delta" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand seq; and __fish_seen_subcommand_from verify" -l exec -d 'A merge program of your own: run by sh with two files behind it, it prints their merge' -r
complete -c decent -n "__fish_decent_using_subcommand seq; and __fish_seen_subcommand_from verify" -l count -d 'How many threes of states to check on, at most' -r
complete -c decent -n "__fish_decent_using_subcommand seq; and __fish_seen_subcommand_from verify" -l seed -d 'Where the made-up states begin' -r
complete -c decent -n "__fish_decent_using_subcommand seq; and __fish_seen_subcommand_from verify" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand seq; and __fish_seen_subcommand_from verify" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand seq; and __fish_seen_subcommand_from verify" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand seq; and __fish_seen_subcommand_from verify" -l laws -d 'Check that the merge is commutative, associative, idempotent and loses nothing'
complete -c decent -n "__fish_decent_using_subcommand seq; and __fish_seen_subcommand_from verify" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand seq; and __fish_seen_subcommand_from verify" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand seq; and __fish_seen_subcommand_from verify" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand seq; and __fish_seen_subcommand_from verify" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand seq; and __fish_seen_subcommand_from verify" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand seq; and __fish_seen_subcommand_from help" -f -a "new" -d '`new`'
complete -c decent -n "__fish_decent_using_subcommand seq; and __fish_seen_subcommand_from help" -f -a "edit" -d 'A verb that changes a state at a replica of one\'s own'
complete -c decent -n "__fish_decent_using_subcommand seq; and __fish_seen_subcommand_from help" -f -a "merge" -d '`merge`'
complete -c decent -n "__fish_decent_using_subcommand seq; and __fish_seen_subcommand_from help" -f -a "show" -d '`show`'
complete -c decent -n "__fish_decent_using_subcommand seq; and __fish_seen_subcommand_from help" -f -a "delta" -d '`delta`'
complete -c decent -n "__fish_decent_using_subcommand seq; and __fish_seen_subcommand_from help" -f -a "verify" -d 'Whether a merge keeps the laws'
complete -c decent -n "__fish_decent_using_subcommand seq; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
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
complete -c decent -n "__fish_decent_using_subcommand help; and not __fish_seen_subcommand_from merkle gcounter pncounter register orset seq manifest inspect learn tour why completions generate help" -f -a "merkle" -d 'Merkle trees over files: roots, proofs, verified streaming'
complete -c decent -n "__fish_decent_using_subcommand help; and not __fish_seen_subcommand_from merkle gcounter pncounter register orset seq manifest inspect learn tour why completions generate help" -f -a "gcounter" -d 'Counters that many replicas raise, and that merge in any order'
complete -c decent -n "__fish_decent_using_subcommand help; and not __fish_seen_subcommand_from merkle gcounter pncounter register orset seq manifest inspect learn tour why completions generate help" -f -a "pncounter" -d 'Counters that rise and fall, on many replicas'
complete -c decent -n "__fish_decent_using_subcommand help; and not __fish_seen_subcommand_from merkle gcounter pncounter register orset seq manifest inspect learn tour why completions generate help" -f -a "register" -d 'Values that many replicas overwrite: the last one, or all'
complete -c decent -n "__fish_decent_using_subcommand help; and not __fish_seen_subcommand_from merkle gcounter pncounter register orset seq manifest inspect learn tour why completions generate help" -f -a "orset" -d 'Sets that many replicas add to and remove from'
complete -c decent -n "__fish_decent_using_subcommand help; and not __fish_seen_subcommand_from merkle gcounter pncounter register orset seq manifest inspect learn tour why completions generate help" -f -a "seq" -d 'Lists and texts that many replicas edit'
complete -c decent -n "__fish_decent_using_subcommand help; and not __fish_seen_subcommand_from merkle gcounter pncounter register orset seq manifest inspect learn tour why completions generate help" -f -a "manifest" -d 'Lists of files with their digests: made, verified, compared'
complete -c decent -n "__fish_decent_using_subcommand help; and not __fish_seen_subcommand_from merkle gcounter pncounter register orset seq manifest inspect learn tour why completions generate help" -f -a "inspect" -d 'What a file is, and the command that checks it'
complete -c decent -n "__fish_decent_using_subcommand help; and not __fish_seen_subcommand_from merkle gcounter pncounter register orset seq manifest inspect learn tour why completions generate help" -f -a "learn" -d 'Lessons made of commands that really run'
complete -c decent -n "__fish_decent_using_subcommand help; and not __fish_seen_subcommand_from merkle gcounter pncounter register orset seq manifest inspect learn tour why completions generate help" -f -a "tour" -d 'The whole job once, on a real file'
complete -c decent -n "__fish_decent_using_subcommand help; and not __fish_seen_subcommand_from merkle gcounter pncounter register orset seq manifest inspect learn tour why completions generate help" -f -a "why" -d 'The page of an error'
complete -c decent -n "__fish_decent_using_subcommand help; and not __fish_seen_subcommand_from merkle gcounter pncounter register orset seq manifest inspect learn tour why completions generate help" -f -a "completions" -d 'Completions for a shell'
complete -c decent -n "__fish_decent_using_subcommand help; and not __fish_seen_subcommand_from merkle gcounter pncounter register orset seq manifest inspect learn tour why completions generate help" -f -a "generate" -d 'Man pages and completions, into a folder'
complete -c decent -n "__fish_decent_using_subcommand help; and not __fish_seen_subcommand_from merkle gcounter pncounter register orset seq manifest inspect learn tour why completions generate help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from merkle" -f -a "root" -d 'Which tree over which leaves'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from merkle" -f -a "list" -d 'Which tree over which leaves'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from merkle" -f -a "new" -d 'Where an artefact goes'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from merkle" -f -a "prove" -d 'Where an artefact goes'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from merkle" -f -a "verify" -d 'Check data against a root, by a proof or a tree'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from merkle" -f -a "diff" -d 'The byte ranges in which a copy differs'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from merkle" -f -a "audit" -d 'The chunks to ask for, to audit who stores a file'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from gcounter" -f -a "new" -d 'Where an artefact goes'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from gcounter" -f -a "add" -d 'Where an artefact goes'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from gcounter" -f -a "merge" -d 'How much memory unsorted states may take'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from gcounter" -f -a "show" -d 'How much memory unsorted states may take'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from gcounter" -f -a "delta" -d 'How much memory unsorted states may take'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from gcounter" -f -a "verify" -d 'How much memory unsorted states may take'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from pncounter" -f -a "new" -d '`new`'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from pncounter" -f -a "add" -d 'A verb that changes a state at a replica of one\'s own'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from pncounter" -f -a "merge" -d '`merge`'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from pncounter" -f -a "show" -d '`show`'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from pncounter" -f -a "delta" -d '`delta`'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from pncounter" -f -a "verify" -d 'Whether a merge keeps the laws'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from register" -f -a "new" -d '`new`'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from register" -f -a "add" -d 'A verb that changes a state at a replica of one\'s own'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from register" -f -a "merge" -d '`merge`'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from register" -f -a "show" -d '`show`'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from register" -f -a "delta" -d '`delta`'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from register" -f -a "verify" -d 'Whether a merge keeps the laws'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from orset" -f -a "new" -d '`new`'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from orset" -f -a "add" -d 'A verb that changes a state at a replica of one\'s own'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from orset" -f -a "remove" -d 'A verb that changes a state at a replica of one\'s own'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from orset" -f -a "merge" -d '`merge`'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from orset" -f -a "show" -d '`show`'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from orset" -f -a "delta" -d '`delta`'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from orset" -f -a "verify" -d 'Whether a merge keeps the laws'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from seq" -f -a "new" -d '`new`'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from seq" -f -a "edit" -d 'A verb that changes a state at a replica of one\'s own'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from seq" -f -a "merge" -d '`merge`'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from seq" -f -a "show" -d '`show`'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from seq" -f -a "delta" -d '`delta`'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from seq" -f -a "verify" -d 'Whether a merge keeps the laws'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from manifest" -f -a "new" -d 'Where an artefact goes'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from manifest" -f -a "verify" -d 'Check files against a list'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from manifest" -f -a "diff" -d 'What changed between two lists'
