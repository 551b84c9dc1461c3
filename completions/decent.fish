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
complete -c decent -n "__fish_decent_needs_command" -f -a "pow" -d 'Proof of work: puzzles that cost time to solve and none to check'
complete -c decent -n "__fish_decent_needs_command" -f -a "block" -d 'Block headers and chains of them, Bitcoin\'s or one\'s own'
complete -c decent -n "__fish_decent_needs_command" -f -a "spv" -d 'Proofs that a transaction stands in a block'
complete -c decent -n "__fish_decent_needs_command" -f -a "finality" -d 'How likely a block is undone, or a committee taken over'
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
complete -c decent -n "__fish_decent_using_subcommand pow; and not __fish_seen_subcommand_from mine verify stamp check collide help" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand pow; and not __fish_seen_subcommand_from mine verify stamp check collide help" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand pow; and not __fish_seen_subcommand_from mine verify stamp check collide help" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand pow; and not __fish_seen_subcommand_from mine verify stamp check collide help" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand pow; and not __fish_seen_subcommand_from mine verify stamp check collide help" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand pow; and not __fish_seen_subcommand_from mine verify stamp check collide help" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand pow; and not __fish_seen_subcommand_from mine verify stamp check collide help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand pow; and not __fish_seen_subcommand_from mine verify stamp check collide help" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand pow; and not __fish_seen_subcommand_from mine verify stamp check collide help" -f -a "mine" -d 'Where an artefact goes'
complete -c decent -n "__fish_decent_using_subcommand pow; and not __fish_seen_subcommand_from mine verify stamp check collide help" -f -a "verify" -d 'Which puzzle'
complete -c decent -n "__fish_decent_using_subcommand pow; and not __fish_seen_subcommand_from mine verify stamp check collide help" -f -a "stamp" -d 'Stamps of hashcash'
complete -c decent -n "__fish_decent_using_subcommand pow; and not __fish_seen_subcommand_from mine verify stamp check collide help" -f -a "check" -d 'Whether stamps are good, and not spent'
complete -c decent -n "__fish_decent_using_subcommand pow; and not __fish_seen_subcommand_from mine verify stamp check collide help" -f -a "collide" -d 'Two inputs whose digests begin alike'
complete -c decent -n "__fish_decent_using_subcommand pow; and not __fish_seen_subcommand_from mine verify stamp check collide help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from mine" -l bits -d 'Zero bits that the digest is to begin with' -r
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from mine" -l target -d 'The digest is to be at most this number of up to 64 hex digits' -r
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from mine" -l compact -d 'The same as Bitcoin\'s compact bits: 1d00ffff' -r
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from mine" -l hash -d 'The hash: sha256 (unless told otherwise), sha256d, sha1, sha512, blake2b, sha3, scrypt or argon2id' -r -f -a "sha256\t''
sha256d\t''
sha1\t''
sha512\t''
blake2b\t''
sha3\t''
scrypt\t''
argon2id\t''"
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from mine" -l nonce -d 'How the nonce is written: dec (unless told otherwise), hex, le64, be64 or b64' -r -f -a "dec\t''
hex\t''
le64\t''
be64\t''
b64\t''"
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from mine" -l template -d 'The message: a text with {nonce} in it, and {data} where FILE is to stand; else FILE and the nonce' -r
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from mine" -l preset -d 'FILE is a puzzle of Anubis, ALTCHA or Nostr (NIP-13)' -r -f -a "anubis\t''
altcha\t''
nostr\t''"
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from mine" -l start -d 'The first nonce' -r
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from mine" -l count -d 'How many nonces, at most' -r
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from mine" -l shard -d 'The part of the nonces to try: i/n counted from 0, or auto as the batch system says' -r
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from mine" -l shards -d 'How many shards there are, where the batch system doesn\'t say' -r
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from mine" -l threads -d 'Threads; one for each core unless told otherwise' -r
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from mine" -l backend -d 'What tries: portable, shani, avx2, avx512vl, avx512 or gpu; the fastest unless told otherwise' -r -f -a "portable\t''
shani\t''
avx2\t''
avx512vl\t''
avx512\t''
gpu\t''"
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from mine" -l checkpoint -d 'Keep in FILE where the search stands, and go on from there' -r -F
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from mine" -s o -l output -d 'Write to FILE, whole or not at all; `-` is standard output' -r -F
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from mine" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from mine" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from mine" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from mine" -l any -d 'Take the solution that is found first, not the lowest'
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from mine" -l all -d 'List every solution in the range'
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from mine" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from mine" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from mine" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from mine" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from mine" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from verify" -l bits -d 'Zero bits that the digest is to begin with' -r
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from verify" -l target -d 'The digest is to be at most this number of up to 64 hex digits' -r
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from verify" -l compact -d 'The same as Bitcoin\'s compact bits: 1d00ffff' -r
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from verify" -l hash -d 'The hash: sha256 (unless told otherwise), sha256d, sha1, sha512, blake2b, sha3, scrypt or argon2id' -r -f -a "sha256\t''
sha256d\t''
sha1\t''
sha512\t''
blake2b\t''
sha3\t''
scrypt\t''
argon2id\t''"
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from verify" -l nonce -d 'How the nonce is written: dec (unless told otherwise), hex, le64, be64 or b64' -r -f -a "dec\t''
hex\t''
le64\t''
be64\t''
b64\t''"
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from verify" -l template -d 'The message: a text with {nonce} in it, and {data} where FILE is to stand; else FILE and the nonce' -r
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from verify" -l preset -d 'FILE is a puzzle of Anubis, ALTCHA or Nostr (NIP-13)' -r -f -a "anubis\t''
altcha\t''
nostr\t''"
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from verify" -l value -d 'The nonce, as pow mine prints it; a payload of ALTCHA and an event of Nostr hold their own' -r
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from verify" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from verify" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from verify" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from verify" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from verify" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from verify" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from verify" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from verify" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from stamp" -l bits -d 'Zero bits that the SHA-1 of the stamp is to begin with' -r
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from stamp" -l date -d 'When the stamp is made; now unless told otherwise' -r
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from stamp" -l width -d 'Digits of the date: 6 (the day), 10 (the minute) or 12 (the second)' -r -f -a "6\t''
10\t''
12\t''"
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from stamp" -l extension -d 'What else is to stand in the stamp' -r
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from stamp" -l random -d 'The random part, of which the system else draws it: letters and digits, for tests' -r
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from stamp" -l threads -d 'Threads; one for each core unless told otherwise' -r
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from stamp" -l backend -d 'What tries: portable, shani, avx2, avx512vl, avx512 or gpu; the fastest unless told otherwise' -r
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from stamp" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from stamp" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from stamp" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from stamp" -l case -d 'Leave large letters as they are'
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from stamp" -l any -d 'Take the solution that is found first, not the lowest'
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from stamp" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from stamp" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from stamp" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from stamp" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from stamp" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from check" -l bits -d 'Zero bits that a stamp must have; without it, those that it claims' -r
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from check" -l resource -d 'Whom a stamp must be for; * stands for anything between the dots' -r
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from check" -l expiry -d 'How long a stamp is valid: 28d, 12h, 0 is forever' -r
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from check" -l grace -d 'By how much clocks may differ' -r
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from check" -l spent -d 'A file of spent stamps, as hashcash keeps it; a good stamp is put into it' -r -F
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from check" -l at -d 'Judge as at that time; now unless told otherwise' -r
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from check" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from check" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from check" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from check" -l purge -d 'Drop expired stamps from the file first'
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from check" -l case -d 'Tell large letters from small ones'
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from check" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from check" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from check" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from check" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from check" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from collide" -l bits -d 'How many bits are to agree, 1 to 96' -r
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from collide" -l hash -d 'The hash: sha256, sha256d, sha1, sha512, blake2b, sha3, scrypt or argon2id' -r -f -a "sha256\t''
sha256d\t''
sha1\t''
sha512\t''
blake2b\t''
sha3\t''
scrypt\t''
argon2id\t''"
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from collide" -l prefix -d 'What both inputs begin with' -r
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from collide" -l seed -d 'Where to begin: another seed finds another pair' -r
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from collide" -l threads -d 'Threads; one for each core unless told otherwise' -r
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from collide" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from collide" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from collide" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from collide" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from collide" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from collide" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from collide" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from collide" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from help" -f -a "mine" -d 'Where an artefact goes'
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from help" -f -a "verify" -d 'Which puzzle'
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from help" -f -a "stamp" -d 'Stamps of hashcash'
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from help" -f -a "check" -d 'Whether stamps are good, and not spent'
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from help" -f -a "collide" -d 'Two inputs whose digests begin alike'
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c decent -n "__fish_decent_using_subcommand block; and not __fish_seen_subcommand_from new mine show verify tips target retarget help" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand block; and not __fish_seen_subcommand_from new mine show verify tips target retarget help" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand block; and not __fish_seen_subcommand_from new mine show verify tips target retarget help" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand block; and not __fish_seen_subcommand_from new mine show verify tips target retarget help" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand block; and not __fish_seen_subcommand_from new mine show verify tips target retarget help" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand block; and not __fish_seen_subcommand_from new mine show verify tips target retarget help" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand block; and not __fish_seen_subcommand_from new mine show verify tips target retarget help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand block; and not __fish_seen_subcommand_from new mine show verify tips target retarget help" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand block; and not __fish_seen_subcommand_from new mine show verify tips target retarget help" -f -a "new" -d 'Which rules a chain is held against, and where it starts'
complete -c decent -n "__fish_decent_using_subcommand block; and not __fish_seen_subcommand_from new mine show verify tips target retarget help" -f -a "mine" -d 'How it is searched'
complete -c decent -n "__fish_decent_using_subcommand block; and not __fish_seen_subcommand_from new mine show verify tips target retarget help" -f -a "show" -d 'Headers, field by field'
complete -c decent -n "__fish_decent_using_subcommand block; and not __fish_seen_subcommand_from new mine show verify tips target retarget help" -f -a "verify" -d 'Where an artefact goes'
complete -c decent -n "__fish_decent_using_subcommand block; and not __fish_seen_subcommand_from new mine show verify tips target retarget help" -f -a "tips" -d 'Which rules a chain is held against, and where it starts'
complete -c decent -n "__fish_decent_using_subcommand block; and not __fish_seen_subcommand_from new mine show verify tips target retarget help" -f -a "target" -d 'What compact bits and targets stand for'
complete -c decent -n "__fish_decent_using_subcommand block; and not __fish_seen_subcommand_from new mine show verify tips target retarget help" -f -a "retarget" -d 'Which rules a chain is held against, and where it starts'
complete -c decent -n "__fish_decent_using_subcommand block; and not __fish_seen_subcommand_from new mine show verify tips target retarget help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from new" -l prev -d 'The hash of the header before; none, of 64 zeros, begins a chain' -r
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from new" -l after -d 'Previous hash and bits from a chain: its last header, and the rules of --network' -r -F
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from new" -l root -d 'The Merkle root over the transactions (`decent spv new`)' -r
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from new" -l bits -d 'The target, as compact bits; of --after, or without, those of the network' -r
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from new" -l time -d 'RFC 3339, or seconds since 1970' -r
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from new" -l version -d 'The version' -r
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from new" -l nonce -d 'The nonce' -r
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from new" -l network -d 'The rules: main, test, testnet4, signet, regtest, or a JSON file of a chain of one\'s own' -r
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from new" -l from -d 'Start behind a checkpoint that is trusted: a file, or HEIGHT:HASH of the first header' -r
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from new" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from new" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from new" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from new" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from new" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from new" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from new" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from mine" -l roll -d 'What to roll when the nonces run out: version, time, extranonce' -r -f -a "version\t'The 16 free bits of the version (BIP 320)'
time\t'The time, later by up to --seconds'
extranonce\t'Four bytes in the coinbase transaction'"
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from mine" -l seconds -d 'By how many seconds the time may grow' -r
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from mine" -l coinbase -d 'The coinbase transaction without its witness, for the extra nonce' -r
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from mine" -l extranonce-at -d 'The byte of the coinbase at which four bytes are free' -r
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from mine" -l branch -d 'The hashes beside the way from the coinbase to the root, as they are shown, from the leaf up' -r
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from mine" -l start -d 'The first nonce' -r
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from mine" -l count -d 'How many nonces, at most' -r
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from mine" -l shard -d 'The part of the nonces to try: i/n counted from 0, or auto as the batch system says' -r
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from mine" -l shards -d 'How many shards there are, where the batch system doesn\'t say' -r
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from mine" -l threads -d 'Threads; one for each core unless told otherwise' -r
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from mine" -l backend -d 'What tries: portable, shani, avx2, avx512vl, avx512 or gpu; the fastest unless told otherwise' -r -f -a "portable\t''
shani\t''
avx2\t''
avx512vl\t''
avx512\t''
gpu\t''"
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from mine" -l checkpoint -d 'Keep in FILE where the search stands, and go on from there' -r -F
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from mine" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from mine" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from mine" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from mine" -l compat-grind -d 'Take the place of `bitcoin-util grind`: print the header alone, and say what it says'
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from mine" -l any -d 'Take the solution that is found first, not the lowest'
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from mine" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from mine" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from mine" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from mine" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from mine" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from show" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from show" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from show" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from show" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from show" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from verify" -l network -d 'The rules: main, test, testnet4, signet, regtest, or a JSON file of a chain of one\'s own' -r
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from verify" -l from -d 'Start behind a checkpoint that is trusted: a file, or HEIGHT:HASH of the first header' -r
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from verify" -l at -d 'The clock: no header may be more than two hours ahead of it (RFC 3339 or unix seconds)' -r
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from verify" -s o -l output -d 'Write to FILE, whole or not at all; `-` is standard output' -r -F
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from verify" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from verify" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from verify" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from verify" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from verify" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from verify" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from verify" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from verify" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from tips" -l network -d 'The rules: main, test, testnet4, signet, regtest, or a JSON file of a chain of one\'s own' -r
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from tips" -l from -d 'Start behind a checkpoint that is trusted: a file, or HEIGHT:HASH of the first header' -r
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from tips" -l rule -d 'Which tip wins: that with the most work, the longest, or by the heaviest subtree at each fork' -r -f -a "heaviest\t''
longest\t''
ghost\t''"
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from tips" -l at -d 'The tip to leave: the last header of the first FILE unless told otherwise' -r
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from tips" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from tips" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from tips" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from tips" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from tips" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from tips" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from tips" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from tips" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from target" -l network -d 'Refuse what is easier than this network allows' -r
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from target" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from target" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from target" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from target" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from target" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from target" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from target" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from target" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from retarget" -l network -d 'The rules: main, test, testnet4, signet, regtest, or a JSON file of a chain of one\'s own' -r
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from retarget" -l from -d 'Start behind a checkpoint that is trusted: a file, or HEIGHT:HASH of the first header' -r
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from retarget" -l time -d 'The time of the next header, where its bits depend on it (test networks)' -r
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from retarget" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from retarget" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from retarget" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from retarget" -l list -d 'Every period: height, seconds that the one before took, bits, difficulty'
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from retarget" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from retarget" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from retarget" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from retarget" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from retarget" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from help" -f -a "new" -d 'Which rules a chain is held against, and where it starts'
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from help" -f -a "mine" -d 'How it is searched'
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from help" -f -a "show" -d 'Headers, field by field'
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from help" -f -a "verify" -d 'Where an artefact goes'
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from help" -f -a "tips" -d 'Which rules a chain is held against, and where it starts'
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from help" -f -a "target" -d 'What compact bits and targets stand for'
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from help" -f -a "retarget" -d 'Which rules a chain is held against, and where it starts'
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c decent -n "__fish_decent_using_subcommand spv; and not __fish_seen_subcommand_from new prove verify show help" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand spv; and not __fish_seen_subcommand_from new prove verify show help" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand spv; and not __fish_seen_subcommand_from new prove verify show help" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand spv; and not __fish_seen_subcommand_from new prove verify show help" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand spv; and not __fish_seen_subcommand_from new prove verify show help" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand spv; and not __fish_seen_subcommand_from new prove verify show help" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand spv; and not __fish_seen_subcommand_from new prove verify show help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand spv; and not __fish_seen_subcommand_from new prove verify show help" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand spv; and not __fish_seen_subcommand_from new prove verify show help" -f -a "new" -d 'The Merkle root of a block or a list of ids'
complete -c decent -n "__fish_decent_using_subcommand spv; and not __fish_seen_subcommand_from new prove verify show help" -f -a "prove" -d 'Where an artefact goes'
complete -c decent -n "__fish_decent_using_subcommand spv; and not __fish_seen_subcommand_from new prove verify show help" -f -a "verify" -d 'Check a proof, and say what it assumes'
complete -c decent -n "__fish_decent_using_subcommand spv; and not __fish_seen_subcommand_from new prove verify show help" -f -a "show" -d 'What a proof says of itself'
complete -c decent -n "__fish_decent_using_subcommand spv; and not __fish_seen_subcommand_from new prove verify show help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c decent -n "__fish_decent_using_subcommand spv; and __fish_seen_subcommand_from new" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand spv; and __fish_seen_subcommand_from new" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand spv; and __fish_seen_subcommand_from new" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand spv; and __fish_seen_subcommand_from new" -l wtxid -d 'Of wtxids: the ids over all bytes, witnesses too'
complete -c decent -n "__fish_decent_using_subcommand spv; and __fish_seen_subcommand_from new" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand spv; and __fish_seen_subcommand_from new" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand spv; and __fish_seen_subcommand_from new" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand spv; and __fish_seen_subcommand_from new" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand spv; and __fish_seen_subcommand_from new" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand spv; and __fish_seen_subcommand_from prove" -l txid -d 'Prove this transaction; may be given again' -r
complete -c decent -n "__fish_decent_using_subcommand spv; and __fish_seen_subcommand_from prove" -l header -d 'The header over a list of ids' -r
complete -c decent -n "__fish_decent_using_subcommand spv; and __fish_seen_subcommand_from prove" -s o -l output -d 'Write to FILE, whole or not at all; `-` is standard output' -r -F
complete -c decent -n "__fish_decent_using_subcommand spv; and __fish_seen_subcommand_from prove" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand spv; and __fish_seen_subcommand_from prove" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand spv; and __fish_seen_subcommand_from prove" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand spv; and __fish_seen_subcommand_from prove" -l wtxid -d 'The ids are wtxids, and the coinbase\'s commitment to them is part of the proof'
complete -c decent -n "__fish_decent_using_subcommand spv; and __fish_seen_subcommand_from prove" -l coinbase -d 'Let the proof carry the coinbase, which fixes the depth of the tree'
complete -c decent -n "__fish_decent_using_subcommand spv; and __fish_seen_subcommand_from prove" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand spv; and __fish_seen_subcommand_from prove" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand spv; and __fish_seen_subcommand_from prove" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand spv; and __fish_seen_subcommand_from prove" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand spv; and __fish_seen_subcommand_from prove" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand spv; and __fish_seen_subcommand_from verify" -l header -d 'The block\'s header (160 hex digits) or hash (64), from a chain that is trusted' -r
complete -c decent -n "__fish_decent_using_subcommand spv; and __fish_seen_subcommand_from verify" -l root -d 'The root alone, where no more is known' -r
complete -c decent -n "__fish_decent_using_subcommand spv; and __fish_seen_subcommand_from verify" -l tx-count -d 'How many transactions the block has, from one who is trusted' -r
complete -c decent -n "__fish_decent_using_subcommand spv; and __fish_seen_subcommand_from verify" -l txid -d 'The transaction that is to be proven, among others' -r
complete -c decent -n "__fish_decent_using_subcommand spv; and __fish_seen_subcommand_from verify" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand spv; and __fish_seen_subcommand_from verify" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand spv; and __fish_seen_subcommand_from verify" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand spv; and __fish_seen_subcommand_from verify" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand spv; and __fish_seen_subcommand_from verify" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand spv; and __fish_seen_subcommand_from verify" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand spv; and __fish_seen_subcommand_from verify" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand spv; and __fish_seen_subcommand_from verify" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand spv; and __fish_seen_subcommand_from show" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand spv; and __fish_seen_subcommand_from show" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand spv; and __fish_seen_subcommand_from show" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand spv; and __fish_seen_subcommand_from show" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand spv; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand spv; and __fish_seen_subcommand_from show" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand spv; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand spv; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand spv; and __fish_seen_subcommand_from help" -f -a "new" -d 'The Merkle root of a block or a list of ids'
complete -c decent -n "__fish_decent_using_subcommand spv; and __fish_seen_subcommand_from help" -f -a "prove" -d 'Where an artefact goes'
complete -c decent -n "__fish_decent_using_subcommand spv; and __fish_seen_subcommand_from help" -f -a "verify" -d 'Check a proof, and say what it assumes'
complete -c decent -n "__fish_decent_using_subcommand spv; and __fish_seen_subcommand_from help" -f -a "show" -d 'What a proof says of itself'
complete -c decent -n "__fish_decent_using_subcommand spv; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c decent -n "__fish_decent_using_subcommand finality" -l model -d 'How a double spend is counted' -r -f -a "nakamoto\t''
rosenfeld\t''"
complete -c decent -n "__fish_decent_using_subcommand finality" -l attacker -d 'The attacker\'s share of the power, from 0 to 1' -r
complete -c decent -n "__fish_decent_using_subcommand finality" -l confirmations -d 'Blocks on top, that of the payment counted' -r
complete -c decent -n "__fish_decent_using_subcommand finality" -l risk -d 'The fewest confirmations, or the smallest committee, whose chance is below P' -r
complete -c decent -n "__fish_decent_using_subcommand finality" -l committee -d 'Seats of a committee: the chance that more than floor((N-1)/3) are the attacker\'s' -r
complete -c decent -n "__fish_decent_using_subcommand finality" -l population -d 'The seats are drawn from so many, none twice (exact; without it, from very many)' -r
complete -c decent -n "__fish_decent_using_subcommand finality" -l shards -d 'The chance that any of so many shards, each a committee, is taken over (at most their sum)' -r
complete -c decent -n "__fish_decent_using_subcommand finality" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand finality" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand finality" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand finality" -l table -d 'A line for each number up to the one that is asked for'
complete -c decent -n "__fish_decent_using_subcommand finality" -l plot -d 'The same as a plot, a column a power of ten'
complete -c decent -n "__fish_decent_using_subcommand finality" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand finality" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand finality" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand finality" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand finality" -s V -l version -d 'Print version'
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
complete -c decent -n "__fish_decent_using_subcommand help; and not __fish_seen_subcommand_from merkle gcounter manifest pow block spv finality inspect learn tour why completions generate help" -f -a "merkle" -d 'Merkle trees over files: roots, proofs, verified streaming'
complete -c decent -n "__fish_decent_using_subcommand help; and not __fish_seen_subcommand_from merkle gcounter manifest pow block spv finality inspect learn tour why completions generate help" -f -a "gcounter" -d 'Counters that many replicas raise, and that merge in any order'
complete -c decent -n "__fish_decent_using_subcommand help; and not __fish_seen_subcommand_from merkle gcounter manifest pow block spv finality inspect learn tour why completions generate help" -f -a "manifest" -d 'Lists of files with their digests: made, verified, compared'
complete -c decent -n "__fish_decent_using_subcommand help; and not __fish_seen_subcommand_from merkle gcounter manifest pow block spv finality inspect learn tour why completions generate help" -f -a "pow" -d 'Proof of work: puzzles that cost time to solve and none to check'
complete -c decent -n "__fish_decent_using_subcommand help; and not __fish_seen_subcommand_from merkle gcounter manifest pow block spv finality inspect learn tour why completions generate help" -f -a "block" -d 'Block headers and chains of them, Bitcoin\'s or one\'s own'
complete -c decent -n "__fish_decent_using_subcommand help; and not __fish_seen_subcommand_from merkle gcounter manifest pow block spv finality inspect learn tour why completions generate help" -f -a "spv" -d 'Proofs that a transaction stands in a block'
complete -c decent -n "__fish_decent_using_subcommand help; and not __fish_seen_subcommand_from merkle gcounter manifest pow block spv finality inspect learn tour why completions generate help" -f -a "finality" -d 'How likely a block is undone, or a committee taken over'
complete -c decent -n "__fish_decent_using_subcommand help; and not __fish_seen_subcommand_from merkle gcounter manifest pow block spv finality inspect learn tour why completions generate help" -f -a "inspect" -d 'What a file is, and the command that checks it'
complete -c decent -n "__fish_decent_using_subcommand help; and not __fish_seen_subcommand_from merkle gcounter manifest pow block spv finality inspect learn tour why completions generate help" -f -a "learn" -d 'Lessons made of commands that really run'
complete -c decent -n "__fish_decent_using_subcommand help; and not __fish_seen_subcommand_from merkle gcounter manifest pow block spv finality inspect learn tour why completions generate help" -f -a "tour" -d 'The whole job once, on a real file'
complete -c decent -n "__fish_decent_using_subcommand help; and not __fish_seen_subcommand_from merkle gcounter manifest pow block spv finality inspect learn tour why completions generate help" -f -a "why" -d 'The page of an error'
complete -c decent -n "__fish_decent_using_subcommand help; and not __fish_seen_subcommand_from merkle gcounter manifest pow block spv finality inspect learn tour why completions generate help" -f -a "completions" -d 'Completions for a shell'
complete -c decent -n "__fish_decent_using_subcommand help; and not __fish_seen_subcommand_from merkle gcounter manifest pow block spv finality inspect learn tour why completions generate help" -f -a "generate" -d 'Man pages and completions, into a folder'
complete -c decent -n "__fish_decent_using_subcommand help; and not __fish_seen_subcommand_from merkle gcounter manifest pow block spv finality inspect learn tour why completions generate help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
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
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from pow" -f -a "mine" -d 'Where an artefact goes'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from pow" -f -a "verify" -d 'Which puzzle'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from pow" -f -a "stamp" -d 'Stamps of hashcash'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from pow" -f -a "check" -d 'Whether stamps are good, and not spent'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from pow" -f -a "collide" -d 'Two inputs whose digests begin alike'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from block" -f -a "new" -d 'Which rules a chain is held against, and where it starts'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from block" -f -a "mine" -d 'How it is searched'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from block" -f -a "show" -d 'Headers, field by field'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from block" -f -a "verify" -d 'Where an artefact goes'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from block" -f -a "tips" -d 'Which rules a chain is held against, and where it starts'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from block" -f -a "target" -d 'What compact bits and targets stand for'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from block" -f -a "retarget" -d 'Which rules a chain is held against, and where it starts'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from spv" -f -a "new" -d 'The Merkle root of a block or a list of ids'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from spv" -f -a "prove" -d 'Where an artefact goes'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from spv" -f -a "verify" -d 'Check a proof, and say what it assumes'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from spv" -f -a "show" -d 'What a proof says of itself'
