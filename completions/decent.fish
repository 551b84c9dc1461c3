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
complete -c decent -n "__fish_decent_needs_command" -f -a "clock" -d 'Logical clocks over event logs: who can have known of what'
complete -c decent -n "__fish_decent_needs_command" -f -a "quorum" -d 'How many of how many must agree'
complete -c decent -n "__fish_decent_needs_command" -f -a "phi" -d 'How much a silent node is to be suspected'
complete -c decent -n "__fish_decent_needs_command" -f -a "manifest" -d 'Lists of files with their digests: made, verified, compared'
complete -c decent -n "__fish_decent_needs_command" -f -a "torrent" -d 'Torrents: made, read, checked, changed'
complete -c decent -n "__fish_decent_needs_command" -f -a "cid" -d 'Content IDs of files and folders: found, checked, taken apart'
complete -c decent -n "__fish_decent_needs_command" -f -a "car" -d 'Archives of blocks: made, checked, cut, unpacked'
complete -c decent -n "__fish_decent_needs_command" -f -a "dag" -d 'Graphs of blocks: shown, walked, and a history of versions kept in them'
complete -c decent -n "__fish_decent_needs_command" -f -a "ipns" -d 'Names that stay while what they point at changes: signed, and valid for a time'
complete -c decent -n "__fish_decent_needs_command" -f -a "pow" -d 'Proof of work: puzzles that cost time to solve and none to check'
complete -c decent -n "__fish_decent_needs_command" -f -a "block" -d 'Block headers and chains of them, Bitcoin\'s or one\'s own'
complete -c decent -n "__fish_decent_needs_command" -f -a "spv" -d 'Proofs that a transaction stands in a block'
complete -c decent -n "__fish_decent_needs_command" -f -a "finality" -d 'How likely a block is undone, or a committee taken over'
complete -c decent -n "__fish_decent_needs_command" -f -a "key" -d 'Keys: made, shown, converted; secrets agreed on, files sealed to keys'
complete -c decent -n "__fish_decent_needs_command" -f -a "sig" -d 'Signatures that minisign, signify, ssh-keygen and openssl take'
complete -c decent -n "__fish_decent_needs_command" -f -a "shamir" -d 'Secrets split into shares of which a few rebuild them'
complete -c decent -n "__fish_decent_needs_command" -f -a "threshold" -d 'Keys that several hold together, of whom any T can act'
complete -c decent -n "__fish_decent_needs_command" -f -a "frost" -d 'Signatures that some of a group make together, and that any verifier takes'
complete -c decent -n "__fish_decent_needs_command" -f -a "beacon" -d 'Public randomness: the beacons of drand, checked by the million'
complete -c decent -n "__fish_decent_needs_command" -f -a "note" -d 'Texts and heads of logs that keys sign, and that witnesses cosign'
complete -c decent -n "__fish_decent_needs_command" -f -a "vrf" -d 'Random outputs that a key gives, and proofs of them'
complete -c decent -n "__fish_decent_needs_command" -f -a "skipchain" -d 'Chains of blocks that are crossed in a few hops, either way, from a file'
complete -c decent -n "__fish_decent_needs_command" -f -a "roster" -d 'Who signs for the blocks of a skipchain'
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
complete -c decent -n "__fish_decent_using_subcommand merkle; and not __fish_seen_subcommand_from root list new prove verify diff audit help" -f -a "root" -d 'The root of files, pipes and lists'
complete -c decent -n "__fish_decent_using_subcommand merkle; and not __fish_seen_subcommand_from root list new prove verify diff audit help" -f -a "list" -d 'The nodes of a tree, level by level'
complete -c decent -n "__fish_decent_using_subcommand merkle; and not __fish_seen_subcommand_from root list new prove verify diff audit help" -f -a "new" -d 'The tree of a file, as a file'
complete -c decent -n "__fish_decent_using_subcommand merkle; and not __fish_seen_subcommand_from root list new prove verify diff audit help" -f -a "prove" -d 'Proofs of chunks, of byte ranges, of growth'
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
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from help" -f -a "root" -d 'The root of files, pipes and lists'
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from help" -f -a "list" -d 'The nodes of a tree, level by level'
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from help" -f -a "new" -d 'The tree of a file, as a file'
complete -c decent -n "__fish_decent_using_subcommand merkle; and __fish_seen_subcommand_from help" -f -a "prove" -d 'Proofs of chunks, of byte ranges, of growth'
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
complete -c decent -n "__fish_decent_using_subcommand gcounter; and not __fish_seen_subcommand_from new add merge show delta verify help" -f -a "new" -d 'A counter at nothing'
complete -c decent -n "__fish_decent_using_subcommand gcounter; and not __fish_seen_subcommand_from new add merge show delta verify help" -f -a "add" -d 'Count at one\'s own replica'
complete -c decent -n "__fish_decent_using_subcommand gcounter; and not __fish_seen_subcommand_from new add merge show delta verify help" -f -a "merge" -d 'Many states become one'
complete -c decent -n "__fish_decent_using_subcommand gcounter; and not __fish_seen_subcommand_from new add merge show delta verify help" -f -a "show" -d 'The value of states'
complete -c decent -n "__fish_decent_using_subcommand gcounter; and not __fish_seen_subcommand_from new add merge show delta verify help" -f -a "delta" -d 'What one state lacks of another'
complete -c decent -n "__fish_decent_using_subcommand gcounter; and not __fish_seen_subcommand_from new add merge show delta verify help" -f -a "verify" -d 'Whether a merge keeps the laws'
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
complete -c decent -n "__fish_decent_using_subcommand gcounter; and __fish_seen_subcommand_from merge" -l driver -d 'Work as git\'s merge driver: the STATEs are %O %A %B, and the result replaces %A; a fourth, %P, is what errors call it'
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
complete -c decent -n "__fish_decent_using_subcommand gcounter; and __fish_seen_subcommand_from help" -f -a "new" -d 'A counter at nothing'
complete -c decent -n "__fish_decent_using_subcommand gcounter; and __fish_seen_subcommand_from help" -f -a "add" -d 'Count at one\'s own replica'
complete -c decent -n "__fish_decent_using_subcommand gcounter; and __fish_seen_subcommand_from help" -f -a "merge" -d 'Many states become one'
complete -c decent -n "__fish_decent_using_subcommand gcounter; and __fish_seen_subcommand_from help" -f -a "show" -d 'The value of states'
complete -c decent -n "__fish_decent_using_subcommand gcounter; and __fish_seen_subcommand_from help" -f -a "delta" -d 'What one state lacks of another'
complete -c decent -n "__fish_decent_using_subcommand gcounter; and __fish_seen_subcommand_from help" -f -a "verify" -d 'Whether a merge keeps the laws'
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
complete -c decent -n "__fish_decent_using_subcommand pncounter; and not __fish_seen_subcommand_from new add merge show delta verify help" -f -a "new" -d 'A counter at nothing'
complete -c decent -n "__fish_decent_using_subcommand pncounter; and not __fish_seen_subcommand_from new add merge show delta verify help" -f -a "add" -d 'Count up or down at one\'s own replica'
complete -c decent -n "__fish_decent_using_subcommand pncounter; and not __fish_seen_subcommand_from new add merge show delta verify help" -f -a "merge" -d 'Many states become one'
complete -c decent -n "__fish_decent_using_subcommand pncounter; and not __fish_seen_subcommand_from new add merge show delta verify help" -f -a "show" -d 'The value of states'
complete -c decent -n "__fish_decent_using_subcommand pncounter; and not __fish_seen_subcommand_from new add merge show delta verify help" -f -a "delta" -d 'What one state lacks of another'
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
complete -c decent -n "__fish_decent_using_subcommand pncounter; and __fish_seen_subcommand_from add" -l replica -d 'The replica that counts: one\'s own, for nobody else may raise it' -r
complete -c decent -n "__fish_decent_using_subcommand pncounter; and __fish_seen_subcommand_from add" -l memory -d 'Memory for unsorted states; the rest goes to nameless files in the temporary folder' -r
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
complete -c decent -n "__fish_decent_using_subcommand pncounter; and __fish_seen_subcommand_from merge" -l memory -d 'Memory for unsorted states; the rest goes to nameless files in the temporary folder' -r
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
complete -c decent -n "__fish_decent_using_subcommand pncounter; and __fish_seen_subcommand_from merge" -l driver -d 'Work as git\'s merge driver: the STATEs are %O %A %B, and the result replaces %A; a fourth, %P, is what errors call it'
complete -c decent -n "__fish_decent_using_subcommand pncounter; and __fish_seen_subcommand_from merge" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand pncounter; and __fish_seen_subcommand_from merge" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand pncounter; and __fish_seen_subcommand_from merge" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand pncounter; and __fish_seen_subcommand_from merge" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand pncounter; and __fish_seen_subcommand_from merge" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand pncounter; and __fish_seen_subcommand_from show" -l memory -d 'Memory for unsorted states; the rest goes to nameless files in the temporary folder' -r
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
complete -c decent -n "__fish_decent_using_subcommand pncounter; and __fish_seen_subcommand_from delta" -l memory -d 'Memory for unsorted states; the rest goes to nameless files in the temporary folder' -r
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
complete -c decent -n "__fish_decent_using_subcommand pncounter; and __fish_seen_subcommand_from verify" -l memory -d 'Memory for unsorted states; the rest goes to nameless files in the temporary folder' -r
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
complete -c decent -n "__fish_decent_using_subcommand pncounter; and __fish_seen_subcommand_from help" -f -a "new" -d 'A counter at nothing'
complete -c decent -n "__fish_decent_using_subcommand pncounter; and __fish_seen_subcommand_from help" -f -a "add" -d 'Count up or down at one\'s own replica'
complete -c decent -n "__fish_decent_using_subcommand pncounter; and __fish_seen_subcommand_from help" -f -a "merge" -d 'Many states become one'
complete -c decent -n "__fish_decent_using_subcommand pncounter; and __fish_seen_subcommand_from help" -f -a "show" -d 'The value of states'
complete -c decent -n "__fish_decent_using_subcommand pncounter; and __fish_seen_subcommand_from help" -f -a "delta" -d 'What one state lacks of another'
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
complete -c decent -n "__fish_decent_using_subcommand register; and not __fish_seen_subcommand_from new add merge show delta verify help" -f -a "new" -d 'A register that nobody wrote to'
complete -c decent -n "__fish_decent_using_subcommand register; and not __fish_seen_subcommand_from new add merge show delta verify help" -f -a "add" -d 'Write a value at one\'s own replica'
complete -c decent -n "__fish_decent_using_subcommand register; and not __fish_seen_subcommand_from new add merge show delta verify help" -f -a "merge" -d 'Many states become one'
complete -c decent -n "__fish_decent_using_subcommand register; and not __fish_seen_subcommand_from new add merge show delta verify help" -f -a "show" -d 'The value of states, or the values'
complete -c decent -n "__fish_decent_using_subcommand register; and not __fish_seen_subcommand_from new add merge show delta verify help" -f -a "delta" -d 'What one state lacks of another'
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
complete -c decent -n "__fish_decent_using_subcommand register; and __fish_seen_subcommand_from merge" -l driver -d 'Work as git\'s merge driver: the STATEs are %O %A %B, and the result replaces %A; a fourth, %P, is what errors call it'
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
complete -c decent -n "__fish_decent_using_subcommand register; and __fish_seen_subcommand_from help" -f -a "new" -d 'A register that nobody wrote to'
complete -c decent -n "__fish_decent_using_subcommand register; and __fish_seen_subcommand_from help" -f -a "add" -d 'Write a value at one\'s own replica'
complete -c decent -n "__fish_decent_using_subcommand register; and __fish_seen_subcommand_from help" -f -a "merge" -d 'Many states become one'
complete -c decent -n "__fish_decent_using_subcommand register; and __fish_seen_subcommand_from help" -f -a "show" -d 'The value of states, or the values'
complete -c decent -n "__fish_decent_using_subcommand register; and __fish_seen_subcommand_from help" -f -a "delta" -d 'What one state lacks of another'
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
complete -c decent -n "__fish_decent_using_subcommand orset; and not __fish_seen_subcommand_from new add remove merge show delta verify help" -f -a "new" -d 'An empty set'
complete -c decent -n "__fish_decent_using_subcommand orset; and not __fish_seen_subcommand_from new add remove merge show delta verify help" -f -a "add" -d 'Put an element in'
complete -c decent -n "__fish_decent_using_subcommand orset; and not __fish_seen_subcommand_from new add remove merge show delta verify help" -f -a "remove" -d 'Take an element out'
complete -c decent -n "__fish_decent_using_subcommand orset; and not __fish_seen_subcommand_from new add remove merge show delta verify help" -f -a "merge" -d 'Many states become one'
complete -c decent -n "__fish_decent_using_subcommand orset; and not __fish_seen_subcommand_from new add remove merge show delta verify help" -f -a "show" -d 'The elements of states'
complete -c decent -n "__fish_decent_using_subcommand orset; and not __fish_seen_subcommand_from new add remove merge show delta verify help" -f -a "delta" -d 'What one state lacks of another'
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
complete -c decent -n "__fish_decent_using_subcommand orset; and __fish_seen_subcommand_from merge" -l driver -d 'Work as git\'s merge driver: the STATEs are %O %A %B, and the result replaces %A; a fourth, %P, is what errors call it'
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
complete -c decent -n "__fish_decent_using_subcommand orset; and __fish_seen_subcommand_from help" -f -a "new" -d 'An empty set'
complete -c decent -n "__fish_decent_using_subcommand orset; and __fish_seen_subcommand_from help" -f -a "add" -d 'Put an element in'
complete -c decent -n "__fish_decent_using_subcommand orset; and __fish_seen_subcommand_from help" -f -a "remove" -d 'Take an element out'
complete -c decent -n "__fish_decent_using_subcommand orset; and __fish_seen_subcommand_from help" -f -a "merge" -d 'Many states become one'
complete -c decent -n "__fish_decent_using_subcommand orset; and __fish_seen_subcommand_from help" -f -a "show" -d 'The elements of states'
complete -c decent -n "__fish_decent_using_subcommand orset; and __fish_seen_subcommand_from help" -f -a "delta" -d 'What one state lacks of another'
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
complete -c decent -n "__fish_decent_using_subcommand seq; and not __fish_seen_subcommand_from new edit merge show delta verify help" -f -a "new" -d 'An empty list'
complete -c decent -n "__fish_decent_using_subcommand seq; and not __fish_seen_subcommand_from new edit merge show delta verify help" -f -a "edit" -d 'Insert or delete at one\'s own replica'
complete -c decent -n "__fish_decent_using_subcommand seq; and not __fish_seen_subcommand_from new edit merge show delta verify help" -f -a "merge" -d 'Many states become one'
complete -c decent -n "__fish_decent_using_subcommand seq; and not __fish_seen_subcommand_from new edit merge show delta verify help" -f -a "show" -d 'The text of states, or their items'
complete -c decent -n "__fish_decent_using_subcommand seq; and not __fish_seen_subcommand_from new edit merge show delta verify help" -f -a "delta" -d 'What one state lacks of another'
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
complete -c decent -n "__fish_decent_using_subcommand seq; and __fish_seen_subcommand_from merge" -l driver -d 'Work as git\'s merge driver: the STATEs are %O %A %B, and the result replaces %A; a fourth, %P, is what errors call it'
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
complete -c decent -n "__fish_decent_using_subcommand seq; and __fish_seen_subcommand_from help" -f -a "new" -d 'An empty list'
complete -c decent -n "__fish_decent_using_subcommand seq; and __fish_seen_subcommand_from help" -f -a "edit" -d 'Insert or delete at one\'s own replica'
complete -c decent -n "__fish_decent_using_subcommand seq; and __fish_seen_subcommand_from help" -f -a "merge" -d 'Many states become one'
complete -c decent -n "__fish_decent_using_subcommand seq; and __fish_seen_subcommand_from help" -f -a "show" -d 'The text of states, or their items'
complete -c decent -n "__fish_decent_using_subcommand seq; and __fish_seen_subcommand_from help" -f -a "delta" -d 'What one state lacks of another'
complete -c decent -n "__fish_decent_using_subcommand seq; and __fish_seen_subcommand_from help" -f -a "verify" -d 'Whether a merge keeps the laws'
complete -c decent -n "__fish_decent_using_subcommand seq; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c decent -n "__fish_decent_using_subcommand clock; and not __fish_seen_subcommand_from stamp verify show order list merge draw help" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand clock; and not __fish_seen_subcommand_from stamp verify show order list merge draw help" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand clock; and not __fish_seen_subcommand_from stamp verify show order list merge draw help" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand clock; and not __fish_seen_subcommand_from stamp verify show order list merge draw help" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand clock; and not __fish_seen_subcommand_from stamp verify show order list merge draw help" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand clock; and not __fish_seen_subcommand_from stamp verify show order list merge draw help" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand clock; and not __fish_seen_subcommand_from stamp verify show order list merge draw help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand clock; and not __fish_seen_subcommand_from stamp verify show order list merge draw help" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand clock; and not __fish_seen_subcommand_from stamp verify show order list merge draw help" -f -a "stamp" -d 'Clocks for the events of a log'
complete -c decent -n "__fish_decent_using_subcommand clock; and not __fish_seen_subcommand_from stamp verify show order list merge draw help" -f -a "verify" -d 'Whether the clocks of a log can have come about'
complete -c decent -n "__fish_decent_using_subcommand clock; and not __fish_seen_subcommand_from stamp verify show order list merge draw help" -f -a "show" -d 'What a log holds, in numbers'
complete -c decent -n "__fish_decent_using_subcommand clock; and not __fish_seen_subcommand_from stamp verify show order list merge draw help" -f -a "order" -d 'Which of two events came before the other'
complete -c decent -n "__fish_decent_using_subcommand clock; and not __fish_seen_subcommand_from stamp verify show order list merge draw help" -f -a "list" -d 'What came before an event, after it, or neither'
complete -c decent -n "__fish_decent_using_subcommand clock; and not __fish_seen_subcommand_from stamp verify show order list merge draw help" -f -a "merge" -d 'Many logs of one execution become one, causes first'
complete -c decent -n "__fish_decent_using_subcommand clock; and not __fish_seen_subcommand_from stamp verify show order list merge draw help" -f -a "draw" -d 'A space-time diagram in the terminal'
complete -c decent -n "__fish_decent_using_subcommand clock; and not __fish_seen_subcommand_from stamp verify show order list merge draw help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from stamp" -l clock -d 'Which clock' -r -f -a "lamport\t'One number: an effect has a greater one than its cause'
vector\t'A number for each host: greater for an effect, and for nothing else'
hybrid\t'A time near that of the watch, and a count: L.C'
threshold\t'Steps that t of n nodes must have reached before one goes on'"
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from stamp" -l format -d 'How the logs are laid out; found out where it isn\'t given' -r -f -a "shiviz\t'`HOST {CLOCK}` and the event, on lines in either order or on one line'
govector\t'`[TIME] HOST {CLOCK}`, then a line for the event'
tsviz\t'`TIME EVENT`, then `HOST {CLOCK}`'
jsonl\t'An object a line: host, clock, and perhaps event, time'"
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from stamp" -l regex -d 'An expression with groups (?<host>), (?<clock>), (?<event>) and perhaps (?<time>), as `ShiViz` has them; it may go over many lines' -r
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from stamp" -l to -d 'How the stamped log is written: vector clocks as shiviz, others a line an event' -r -f -a "shiviz\t'A line for the event, then `HOST {CLOCK}`'
govector\t'`HOST {CLOCK}`, then a line for the event'
tsviz\t'`TIME EVENT`, then `HOST {CLOCK}`'
line\t'`HOST {CLOCK} EVENT`'
jsonl\t'An object a line'"
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from stamp" -l steps -d 'Of threshold clocks: how many steps are taken' -r
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from stamp" -s o -l output -d 'Write to FILE, whole or not at all; `-` is standard output' -r -F
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from stamp" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from stamp" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from stamp" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from stamp" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from stamp" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from stamp" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from stamp" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from stamp" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from verify" -l format -d 'How the logs are laid out; found out where it isn\'t given' -r -f -a "shiviz\t'`HOST {CLOCK}` and the event, on lines in either order or on one line'
govector\t'`[TIME] HOST {CLOCK}`, then a line for the event'
tsviz\t'`TIME EVENT`, then `HOST {CLOCK}`'
jsonl\t'An object a line: host, clock, and perhaps event, time'"
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from verify" -l regex -d 'An expression with groups (?<host>), (?<clock>), (?<event>) and perhaps (?<time>), as `ShiViz` has them; it may go over many lines' -r
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from verify" -l most -d 'How many faults are told one by one' -r
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from verify" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from verify" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from verify" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from verify" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from verify" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from verify" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from verify" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from verify" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from show" -l format -d 'How the logs are laid out; found out where it isn\'t given' -r -f -a "shiviz\t'`HOST {CLOCK}` and the event, on lines in either order or on one line'
govector\t'`[TIME] HOST {CLOCK}`, then a line for the event'
tsviz\t'`TIME EVENT`, then `HOST {CLOCK}`'
jsonl\t'An object a line: host, clock, and perhaps event, time'"
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from show" -l regex -d 'An expression with groups (?<host>), (?<clock>), (?<event>) and perhaps (?<time>), as `ShiViz` has them; it may go over many lines' -r
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from show" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from show" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from show" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from show" -l hosts -d 'A line a host instead: its events, the messages it sent and received, its name'
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from show" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from show" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from order" -l format -d 'How the logs are laid out; found out where it isn\'t given' -r -f -a "shiviz\t'`HOST {CLOCK}` and the event, on lines in either order or on one line'
govector\t'`[TIME] HOST {CLOCK}`, then a line for the event'
tsviz\t'`TIME EVENT`, then `HOST {CLOCK}`'
jsonl\t'An object a line: host, clock, and perhaps event, time'"
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from order" -l regex -d 'An expression with groups (?<host>), (?<clock>), (?<event>) and perhaps (?<time>), as `ShiViz` has them; it may go over many lines' -r
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from order" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from order" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from order" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from order" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from order" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from order" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from order" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from order" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from list" -l format -d 'How the logs are laid out; found out where it isn\'t given' -r -f -a "shiviz\t'`HOST {CLOCK}` and the event, on lines in either order or on one line'
govector\t'`[TIME] HOST {CLOCK}`, then a line for the event'
tsviz\t'`TIME EVENT`, then `HOST {CLOCK}`'
jsonl\t'An object a line: host, clock, and perhaps event, time'"
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from list" -l regex -d 'An expression with groups (?<host>), (?<clock>), (?<event>) and perhaps (?<time>), as `ShiViz` has them; it may go over many lines' -r
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from list" -l past -d 'The causes of an event' -r
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from list" -l future -d 'What an event is a cause of' -r
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from list" -l concurrent -d 'What can\'t have known of an event, nor it of them' -r
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from list" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from list" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from list" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from list" -l inversions -d 'Neighbours whose watches say that the effect came first: the difference, the cause, the effect'
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from list" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from list" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from merge" -l format -d 'How the logs are laid out; found out where it isn\'t given' -r -f -a "shiviz\t'`HOST {CLOCK}` and the event, on lines in either order or on one line'
govector\t'`[TIME] HOST {CLOCK}`, then a line for the event'
tsviz\t'`TIME EVENT`, then `HOST {CLOCK}`'
jsonl\t'An object a line: host, clock, and perhaps event, time'"
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from merge" -l regex -d 'An expression with groups (?<host>), (?<clock>), (?<event>) and perhaps (?<time>), as `ShiViz` has them; it may go over many lines' -r
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from merge" -l to -d 'How the merged log is written; as the logs are, where they are alike' -r -f -a "shiviz\t'A line for the event, then `HOST {CLOCK}`'
govector\t'`HOST {CLOCK}`, then a line for the event'
tsviz\t'`TIME EVENT`, then `HOST {CLOCK}`'
line\t'`HOST {CLOCK} EVENT`'
jsonl\t'An object a line'"
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from merge" -s o -l output -d 'Write to FILE, whole or not at all; `-` is standard output' -r -F
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from merge" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from merge" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from merge" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from merge" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from merge" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from merge" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from merge" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from merge" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from draw" -l format -d 'How the logs are laid out; found out where it isn\'t given' -r -f -a "shiviz\t'`HOST {CLOCK}` and the event, on lines in either order or on one line'
govector\t'`[TIME] HOST {CLOCK}`, then a line for the event'
tsviz\t'`TIME EVENT`, then `HOST {CLOCK}`'
jsonl\t'An object a line: host, clock, and perhaps event, time'"
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from draw" -l regex -d 'An expression with groups (?<host>), (?<clock>), (?<event>) and perhaps (?<time>), as `ShiViz` has them; it may go over many lines' -r
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from draw" -l from -d 'The first row: a number counted from 1, or HOST:N' -r
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from draw" -l to -d 'The last row, in the same way; 200 rows where it isn\'t given' -r
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from draw" -l host -d 'Draw this host only; again for more, in that order' -r
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from draw" -l width -d 'Letters of a line; the terminal\'s width, or 80' -r
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from draw" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from draw" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from draw" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from draw" -l ascii -d 'Plain ASCII'
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from draw" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from draw" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from draw" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from draw" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from draw" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from help" -f -a "stamp" -d 'Clocks for the events of a log'
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from help" -f -a "verify" -d 'Whether the clocks of a log can have come about'
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from help" -f -a "show" -d 'What a log holds, in numbers'
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from help" -f -a "order" -d 'Which of two events came before the other'
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from help" -f -a "list" -d 'What came before an event, after it, or neither'
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from help" -f -a "merge" -d 'Many logs of one execution become one, causes first'
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from help" -f -a "draw" -d 'A space-time diagram in the terminal'
complete -c decent -n "__fish_decent_using_subcommand clock; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c decent -n "__fish_decent_using_subcommand quorum" -l faults -d 'How many may be faulty; the most that N nodes bear' -r
complete -c decent -n "__fish_decent_using_subcommand quorum" -l size -d 'Judge quorums of this size, instead of the smallest safe one' -r
complete -c decent -n "__fish_decent_using_subcommand quorum" -l read -d 'Judge reads that ask so many nodes' -r
complete -c decent -n "__fish_decent_using_subcommand quorum" -l write -d 'Judge writes that reach so many nodes' -r
complete -c decent -n "__fish_decent_using_subcommand quorum" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand quorum" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand quorum" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand quorum" -l byzantine -d 'Faulty nodes may lie, not only fall silent'
complete -c decent -n "__fish_decent_using_subcommand quorum" -l table -d 'A line for each number of nodes up to N: nodes, faults, quorum, in how many nodes two meet'
complete -c decent -n "__fish_decent_using_subcommand quorum" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand quorum" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand quorum" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand quorum" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand quorum" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand phi" -l elapsed -d 'How long the node has been silent by now' -r
complete -c decent -n "__fish_decent_using_subcommand phi" -l at -d 'Of lines `NODE TIME`: what time it is now; the last time of any node where it isn\'t given' -r
complete -c decent -n "__fish_decent_using_subcommand phi" -l threshold -d 'Suspected is whoever has more' -r
complete -c decent -n "__fish_decent_using_subcommand phi" -l model -d 'How the times between heartbeats are taken to be spread' -r -f -a "normal\t'Spread normally, as Hayashibara\'s, with an exact tail'
akka\t'Spread normally, with Akka\'s approximation'
exponential\t'Spread exponentially, as Cassandra\'s'"
complete -c decent -n "__fish_decent_using_subcommand phi" -l window -d 'How many of the last times count' -r
complete -c decent -n "__fish_decent_using_subcommand phi" -l min-deviation -d 'The least deviation, as a part of the mean: heartbeats that were all alike may still be late' -r
complete -c decent -n "__fish_decent_using_subcommand phi" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand phi" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand phi" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand phi" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand phi" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand phi" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand phi" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand phi" -s V -l version -d 'Print version'
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
complete -c decent -n "__fish_decent_using_subcommand manifest; and not __fish_seen_subcommand_from new verify diff help" -f -a "new" -d 'A list of files and folders'
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
complete -c decent -n "__fish_decent_using_subcommand manifest; and __fish_seen_subcommand_from verify" -l key -d 'A public key that is trusted, or a folder of them (*.pub, *.pem); may be given again. 64 hex digits are one of ed25519; of secp256k1 with --format der and bip340' -r -F
complete -c decent -n "__fish_decent_using_subcommand manifest; and __fish_seen_subcommand_from verify" -l allowed -d 'OpenSSH\'s list of allowed signers; times in it are UTC' -r -F
complete -c decent -n "__fish_decent_using_subcommand manifest; and __fish_seen_subcommand_from verify" -l identity -d 'Who it must be, of those in the list' -r
complete -c decent -n "__fish_decent_using_subcommand manifest; and __fish_seen_subcommand_from verify" -l at -d 'When the list must allow it; without, now' -r
complete -c decent -n "__fish_decent_using_subcommand manifest; and __fish_seen_subcommand_from verify" -l min -d 'So many different keys must have signed' -r
complete -c decent -n "__fish_decent_using_subcommand manifest; and __fish_seen_subcommand_from verify" -l namespace -d 'What SSHSIG\'s signatures must be for' -r
complete -c decent -n "__fish_decent_using_subcommand manifest; and __fish_seen_subcommand_from verify" -l sig -d 'A signature of the list; may be given again. Without, the list begins with its own, as signify\'s -C wants it' -r -F
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
complete -c decent -n "__fish_decent_using_subcommand manifest; and __fish_seen_subcommand_from help" -f -a "new" -d 'A list of files and folders'
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
complete -c decent -n "__fish_decent_using_subcommand torrent; and not __fish_seen_subcommand_from new show list infohash verify magnet lint diff edit convert match repair help" -f -a "new" -d 'A torrent of a file, a folder or a stream'
complete -c decent -n "__fish_decent_using_subcommand torrent; and not __fish_seen_subcommand_from new show list infohash verify magnet lint diff edit convert match repair help" -f -a "show" -d 'What a torrent says'
complete -c decent -n "__fish_decent_using_subcommand torrent; and not __fish_seen_subcommand_from new show list infohash verify magnet lint diff edit convert match repair help" -f -a "list" -d 'The files of a torrent'
complete -c decent -n "__fish_decent_using_subcommand torrent; and not __fish_seen_subcommand_from new show list infohash verify magnet lint diff edit convert match repair help" -f -a "infohash" -d 'The hashes that name torrents'
complete -c decent -n "__fish_decent_using_subcommand torrent; and not __fish_seen_subcommand_from new show list infohash verify magnet lint diff edit convert match repair help" -f -a "verify" -d 'Check data against a torrent'
complete -c decent -n "__fish_decent_using_subcommand torrent; and not __fish_seen_subcommand_from new show list infohash verify magnet lint diff edit convert match repair help" -f -a "magnet" -d 'Magnet links, made and read'
complete -c decent -n "__fish_decent_using_subcommand torrent; and not __fish_seen_subcommand_from new show list infohash verify magnet lint diff edit convert match repair help" -f -a "lint" -d 'What other programs would stumble over'
complete -c decent -n "__fish_decent_using_subcommand torrent; and not __fish_seen_subcommand_from new show list infohash verify magnet lint diff edit convert match repair help" -f -a "diff" -d 'What two torrents do not share'
complete -c decent -n "__fish_decent_using_subcommand torrent; and not __fish_seen_subcommand_from new show list infohash verify magnet lint diff edit convert match repair help" -f -a "edit" -d 'Change trackers, names and words'
complete -c decent -n "__fish_decent_using_subcommand torrent; and not __fish_seen_subcommand_from new show list infohash verify magnet lint diff edit convert match repair help" -f -a "convert" -d 'Give an old torrent a version 2 part, from its data'
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
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from new" -l junk -d 'What systems leave in folders too: Thumbs.db, .`DS_Store`'
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
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from help" -f -a "new" -d 'A torrent of a file, a folder or a stream'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from help" -f -a "show" -d 'What a torrent says'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from help" -f -a "list" -d 'The files of a torrent'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from help" -f -a "infohash" -d 'The hashes that name torrents'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from help" -f -a "verify" -d 'Check data against a torrent'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from help" -f -a "magnet" -d 'Magnet links, made and read'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from help" -f -a "lint" -d 'What other programs would stumble over'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from help" -f -a "diff" -d 'What two torrents do not share'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from help" -f -a "edit" -d 'Change trackers, names and words'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from help" -f -a "convert" -d 'Give an old torrent a version 2 part, from its data'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from help" -f -a "match" -d 'Find the data of a torrent in folders'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from help" -f -a "repair" -d 'Make data whole from another copy'
complete -c decent -n "__fish_decent_using_subcommand torrent; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c decent -n "__fish_decent_using_subcommand cid; and not __fish_seen_subcommand_from new verify show convert help" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand cid; and not __fish_seen_subcommand_from new verify show convert help" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand cid; and not __fish_seen_subcommand_from new verify show convert help" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand cid; and not __fish_seen_subcommand_from new verify show convert help" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand cid; and not __fish_seen_subcommand_from new verify show convert help" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand cid; and not __fish_seen_subcommand_from new verify show convert help" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand cid; and not __fish_seen_subcommand_from new verify show convert help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand cid; and not __fish_seen_subcommand_from new verify show convert help" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand cid; and not __fish_seen_subcommand_from new verify show convert help" -f -a "new" -d 'The IDs of files, streams and folders'
complete -c decent -n "__fish_decent_using_subcommand cid; and not __fish_seen_subcommand_from new verify show convert help" -f -a "verify" -d 'Whether content is what an ID names'
complete -c decent -n "__fish_decent_using_subcommand cid; and not __fish_seen_subcommand_from new verify show convert help" -f -a "show" -d 'What an ID says'
complete -c decent -n "__fish_decent_using_subcommand cid; and not __fish_seen_subcommand_from new verify show convert help" -f -a "convert" -d 'The same block in another version or base'
complete -c decent -n "__fish_decent_using_subcommand cid; and not __fish_seen_subcommand_from new verify show convert help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c decent -n "__fish_decent_using_subcommand cid; and __fish_seen_subcommand_from new" -s p -l profile -d 'The profile or preset, or several with commas between' -r -f -a "unixfs-v1-2025\t''
unixfs-v0-2015\t''
kubo-v1\t''
helia\t''
storacha\t''"
complete -c decent -n "__fish_decent_using_subcommand cid; and __fish_seen_subcommand_from new" -l kind -d 'The kind of ID, or several with commas between' -r -f -a "unixfs\t''
raw\t''
git\t''
swhid\t''
nar\t''
sri\t''
oci\t''
ni\t''
gitoid\t''
digest\t''"
complete -c decent -n "__fish_decent_using_subcommand cid; and __fish_seen_subcommand_from new" -l base -d 'The base in which CIDs are written' -r
complete -c decent -n "__fish_decent_using_subcommand cid; and __fish_seen_subcommand_from new" -l cid-version -d 'The CID version: 0 or 1' -r
complete -c decent -n "__fish_decent_using_subcommand cid; and __fish_seen_subcommand_from new" -l chunker -d 'Where files are cut: size-N, rabin-MIN-AVG-MAX or buzhash' -r
complete -c decent -n "__fish_decent_using_subcommand cid; and __fish_seen_subcommand_from new" -l raw-leaves -d 'Chunks are blocks as they are, not wrapped in dag-pb' -r -f -a "true\t''
false\t''"
complete -c decent -n "__fish_decent_using_subcommand cid; and __fish_seen_subcommand_from new" -l width -d 'Links of a node of a file at most' -r
complete -c decent -n "__fish_decent_using_subcommand cid; and __fish_seen_subcommand_from new" -l layout -d 'The DAG of a file: balanced or trickle' -r -f -a "balanced\t''
trickle\t''"
complete -c decent -n "__fish_decent_using_subcommand cid; and __fish_seen_subcommand_from new" -l hash -d 'The hash of blocks, sha2-256 or another of multihash' -r
complete -c decent -n "__fish_decent_using_subcommand cid; and __fish_seen_subcommand_from new" -l inline -d 'Blocks of at most N bytes stand in their CIDs' -r
complete -c decent -n "__fish_decent_using_subcommand cid; and __fish_seen_subcommand_from new" -l hamt-fanout -d 'Buckets of a shard of a large folder' -r
complete -c decent -n "__fish_decent_using_subcommand cid; and __fish_seen_subcommand_from new" -l hamt-threshold -d 'A folder past this is cut in shards' -r
complete -c decent -n "__fish_decent_using_subcommand cid; and __fish_seen_subcommand_from new" -l hamt-estimate -d 'How a folder is measured: links-bytes, block-bytes or links-count' -r -f -a "links-bytes\t''
block-bytes\t''
links-count\t''"
complete -c decent -n "__fish_decent_using_subcommand cid; and __fish_seen_subcommand_from new" -l hidden -d 'Take names that begin with a dot' -r -f -a "true\t''
false\t''"
complete -c decent -n "__fish_decent_using_subcommand cid; and __fish_seen_subcommand_from new" -l dereference -d 'Take what symbolic links lead to' -r -f -a "true\t''
false\t''"
complete -c decent -n "__fish_decent_using_subcommand cid; and __fish_seen_subcommand_from new" -l no-empty-dirs -d 'Leave out folders without a file' -r -f -a "true\t''
false\t''"
complete -c decent -n "__fish_decent_using_subcommand cid; and __fish_seen_subcommand_from new" -l preserve-mode -d 'Keep permission bits' -r -f -a "true\t''
false\t''"
complete -c decent -n "__fish_decent_using_subcommand cid; and __fish_seen_subcommand_from new" -l preserve-mtime -d 'Keep modification times' -r -f -a "true\t''
false\t''"
complete -c decent -n "__fish_decent_using_subcommand cid; and __fish_seen_subcommand_from new" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand cid; and __fish_seen_subcommand_from new" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand cid; and __fish_seen_subcommand_from new" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand cid; and __fish_seen_subcommand_from new" -l all -d 'Every kind that the content has, from one read'
complete -c decent -n "__fish_decent_using_subcommand cid; and __fish_seen_subcommand_from new" -s r -l recursive -d 'Take folders, with all that is below'
complete -c decent -n "__fish_decent_using_subcommand cid; and __fish_seen_subcommand_from new" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand cid; and __fish_seen_subcommand_from new" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand cid; and __fish_seen_subcommand_from new" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand cid; and __fish_seen_subcommand_from new" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand cid; and __fish_seen_subcommand_from new" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand cid; and __fish_seen_subcommand_from verify" -s p -l profile -d 'The profile by which the ID was made; none searches' -r -f -a "unixfs-v1-2025\t''
unixfs-v0-2015\t''
kubo-v1\t''
helia\t''
storacha\t''"
complete -c decent -n "__fish_decent_using_subcommand cid; and __fish_seen_subcommand_from verify" -l dag -d 'A CAR with the DAG, chunks left out or not: says which bytes are bad' -r -F
complete -c decent -n "__fish_decent_using_subcommand cid; and __fish_seen_subcommand_from verify" -l range -d 'With --dag: check only these bytes of PATH' -r
complete -c decent -n "__fish_decent_using_subcommand cid; and __fish_seen_subcommand_from verify" -s c -l check -d 'Check a list of lines `CID  NAME`, as `cid new` prints them' -r -F
complete -c decent -n "__fish_decent_using_subcommand cid; and __fish_seen_subcommand_from verify" -l cid-version -d 'The CID version: 0 or 1' -r
complete -c decent -n "__fish_decent_using_subcommand cid; and __fish_seen_subcommand_from verify" -l chunker -d 'Where files are cut: size-N, rabin-MIN-AVG-MAX or buzhash' -r
complete -c decent -n "__fish_decent_using_subcommand cid; and __fish_seen_subcommand_from verify" -l raw-leaves -d 'Chunks are blocks as they are, not wrapped in dag-pb' -r -f -a "true\t''
false\t''"
complete -c decent -n "__fish_decent_using_subcommand cid; and __fish_seen_subcommand_from verify" -l width -d 'Links of a node of a file at most' -r
complete -c decent -n "__fish_decent_using_subcommand cid; and __fish_seen_subcommand_from verify" -l layout -d 'The DAG of a file: balanced or trickle' -r -f -a "balanced\t''
trickle\t''"
complete -c decent -n "__fish_decent_using_subcommand cid; and __fish_seen_subcommand_from verify" -l hash -d 'The hash of blocks, sha2-256 or another of multihash' -r
complete -c decent -n "__fish_decent_using_subcommand cid; and __fish_seen_subcommand_from verify" -l inline -d 'Blocks of at most N bytes stand in their CIDs' -r
complete -c decent -n "__fish_decent_using_subcommand cid; and __fish_seen_subcommand_from verify" -l hamt-fanout -d 'Buckets of a shard of a large folder' -r
complete -c decent -n "__fish_decent_using_subcommand cid; and __fish_seen_subcommand_from verify" -l hamt-threshold -d 'A folder past this is cut in shards' -r
complete -c decent -n "__fish_decent_using_subcommand cid; and __fish_seen_subcommand_from verify" -l hamt-estimate -d 'How a folder is measured: links-bytes, block-bytes or links-count' -r -f -a "links-bytes\t''
block-bytes\t''
links-count\t''"
complete -c decent -n "__fish_decent_using_subcommand cid; and __fish_seen_subcommand_from verify" -l hidden -d 'Take names that begin with a dot' -r -f -a "true\t''
false\t''"
complete -c decent -n "__fish_decent_using_subcommand cid; and __fish_seen_subcommand_from verify" -l dereference -d 'Take what symbolic links lead to' -r -f -a "true\t''
false\t''"
complete -c decent -n "__fish_decent_using_subcommand cid; and __fish_seen_subcommand_from verify" -l no-empty-dirs -d 'Leave out folders without a file' -r -f -a "true\t''
false\t''"
complete -c decent -n "__fish_decent_using_subcommand cid; and __fish_seen_subcommand_from verify" -l preserve-mode -d 'Keep permission bits' -r -f -a "true\t''
false\t''"
complete -c decent -n "__fish_decent_using_subcommand cid; and __fish_seen_subcommand_from verify" -l preserve-mtime -d 'Keep modification times' -r -f -a "true\t''
false\t''"
complete -c decent -n "__fish_decent_using_subcommand cid; and __fish_seen_subcommand_from verify" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand cid; and __fish_seen_subcommand_from verify" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand cid; and __fish_seen_subcommand_from verify" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand cid; and __fish_seen_subcommand_from verify" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand cid; and __fish_seen_subcommand_from verify" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand cid; and __fish_seen_subcommand_from verify" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand cid; and __fish_seen_subcommand_from verify" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand cid; and __fish_seen_subcommand_from verify" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand cid; and __fish_seen_subcommand_from show" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand cid; and __fish_seen_subcommand_from show" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand cid; and __fish_seen_subcommand_from show" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand cid; and __fish_seen_subcommand_from show" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand cid; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand cid; and __fish_seen_subcommand_from show" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand cid; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand cid; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand cid; and __fish_seen_subcommand_from convert" -l version -d 'The version: 0, which names dag-pb by sha2-256 alone, or 1' -r
complete -c decent -n "__fish_decent_using_subcommand cid; and __fish_seen_subcommand_from convert" -l base -d 'The base: base32, base36, base58btc, base16, base64url and all others of multibase' -r
complete -c decent -n "__fish_decent_using_subcommand cid; and __fish_seen_subcommand_from convert" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand cid; and __fish_seen_subcommand_from convert" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand cid; and __fish_seen_subcommand_from convert" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand cid; and __fish_seen_subcommand_from convert" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand cid; and __fish_seen_subcommand_from convert" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand cid; and __fish_seen_subcommand_from convert" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand cid; and __fish_seen_subcommand_from convert" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand cid; and __fish_seen_subcommand_from help" -f -a "new" -d 'The IDs of files, streams and folders'
complete -c decent -n "__fish_decent_using_subcommand cid; and __fish_seen_subcommand_from help" -f -a "verify" -d 'Whether content is what an ID names'
complete -c decent -n "__fish_decent_using_subcommand cid; and __fish_seen_subcommand_from help" -f -a "show" -d 'What an ID says'
complete -c decent -n "__fish_decent_using_subcommand cid; and __fish_seen_subcommand_from help" -f -a "convert" -d 'The same block in another version or base'
complete -c decent -n "__fish_decent_using_subcommand cid; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c decent -n "__fish_decent_using_subcommand car; and not __fish_seen_subcommand_from new list verify cat get split merge index show help" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand car; and not __fish_seen_subcommand_from new list verify cat get split merge index show help" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand car; and not __fish_seen_subcommand_from new list verify cat get split merge index show help" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand car; and not __fish_seen_subcommand_from new list verify cat get split merge index show help" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand car; and not __fish_seen_subcommand_from new list verify cat get split merge index show help" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand car; and not __fish_seen_subcommand_from new list verify cat get split merge index show help" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand car; and not __fish_seen_subcommand_from new list verify cat get split merge index show help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand car; and not __fish_seen_subcommand_from new list verify cat get split merge index show help" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand car; and not __fish_seen_subcommand_from new list verify cat get split merge index show help" -f -a "new" -d 'An archive of files and folders'
complete -c decent -n "__fish_decent_using_subcommand car; and not __fish_seen_subcommand_from new list verify cat get split merge index show help" -f -a "list" -d 'What is in an archive'
complete -c decent -n "__fish_decent_using_subcommand car; and not __fish_seen_subcommand_from new list verify cat get split merge index show help" -f -a "verify" -d 'Whether an archive is what it says'
complete -c decent -n "__fish_decent_using_subcommand car; and not __fish_seen_subcommand_from new list verify cat get split merge index show help" -f -a "cat" -d 'The bytes of a file in an archive'
complete -c decent -n "__fish_decent_using_subcommand car; and not __fish_seen_subcommand_from new list verify cat get split merge index show help" -f -a "get" -d 'Unpack an archive'
complete -c decent -n "__fish_decent_using_subcommand car; and not __fish_seen_subcommand_from new list verify cat get split merge index show help" -f -a "split" -d 'The part that proves a path or a range'
complete -c decent -n "__fish_decent_using_subcommand car; and not __fish_seen_subcommand_from new list verify cat get split merge index show help" -f -a "merge" -d 'Many archives become one'
complete -c decent -n "__fish_decent_using_subcommand car; and not __fish_seen_subcommand_from new list verify cat get split merge index show help" -f -a "index" -d 'Where the blocks of an archive begin'
complete -c decent -n "__fish_decent_using_subcommand car; and not __fish_seen_subcommand_from new list verify cat get split merge index show help" -f -a "show" -d 'What an archive says of itself'
complete -c decent -n "__fish_decent_using_subcommand car; and not __fish_seen_subcommand_from new list verify cat get split merge index show help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from new" -s p -l profile -d 'The profile or preset' -r -f -a "unixfs-v1-2025\t''
unixfs-v0-2015\t''
kubo-v1\t''
helia\t''
storacha\t''"
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from new" -l index -d 'The layout of that index' -r -f -a "multihash-sorted\t''
sorted\t''"
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from new" -l cid-version -d 'The CID version: 0 or 1' -r
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from new" -l chunker -d 'Where files are cut: size-N, rabin-MIN-AVG-MAX or buzhash' -r
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from new" -l raw-leaves -d 'Chunks are blocks as they are, not wrapped in dag-pb' -r -f -a "true\t''
false\t''"
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from new" -l width -d 'Links of a node of a file at most' -r
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from new" -l layout -d 'The DAG of a file: balanced or trickle' -r -f -a "balanced\t''
trickle\t''"
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from new" -l hash -d 'The hash of blocks, sha2-256 or another of multihash' -r
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from new" -l inline -d 'Blocks of at most N bytes stand in their CIDs' -r
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from new" -l hamt-fanout -d 'Buckets of a shard of a large folder' -r
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from new" -l hamt-threshold -d 'A folder past this is cut in shards' -r
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from new" -l hamt-estimate -d 'How a folder is measured: links-bytes, block-bytes or links-count' -r -f -a "links-bytes\t''
block-bytes\t''
links-count\t''"
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from new" -l hidden -d 'Take names that begin with a dot' -r -f -a "true\t''
false\t''"
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from new" -l dereference -d 'Take what symbolic links lead to' -r -f -a "true\t''
false\t''"
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from new" -l no-empty-dirs -d 'Leave out folders without a file' -r -f -a "true\t''
false\t''"
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from new" -l preserve-mode -d 'Keep permission bits' -r -f -a "true\t''
false\t''"
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from new" -l preserve-mtime -d 'Keep modification times' -r -f -a "true\t''
false\t''"
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from new" -s o -l output -d 'Write to FILE, whole or not at all; `-` is standard output' -r -F
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from new" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from new" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from new" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from new" -l no-leaves -d 'Leave the chunks out: the rest proves any byte range of a plain copy'
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from new" -s w -l wrap -d 'A folder around all paths, so that there is one root'
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from new" -l v2 -d 'A `CARv2` with an index'
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from new" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from new" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from new" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from new" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from new" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from list" -l root -d 'The root that is meant; without it the archive\'s first' -r
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from list" -l max-size -d 'Bytes of all files at most; without it 1 GiB or 1000 times the archive' -r
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from list" -l max-files -d 'Files and folders at most' -r
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from list" -l max-depth -d 'Folders below each other at most' -r
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from list" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from list" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from list" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from list" -l blocks -d 'Every block in the order of the archive: OFFSET  LENGTH  CID'
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from list" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from list" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from verify" -l root -d 'The root that is trusted; without it those that the archive names' -r
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from verify" -l path -d 'Of a partial archive: this path below the root' -r
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from verify" -l range -d 'Of a partial archive: these bytes of the file at the path' -r
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from verify" -l scope -d 'How much behind the path: block, entity or all' -r -f -a "block\t''
entity\t''
all\t''"
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from verify" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from verify" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from verify" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from verify" -l no-leaves -d 'Chunks may be missing, as `car new --no-leaves` makes it'
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from verify" -l zero-eof -d 'Zeros where a section should begin are the end'
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from verify" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from verify" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from verify" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from verify" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from verify" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from cat" -l root -d 'The root that is meant; without it the archive\'s first' -r
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from cat" -l range -d 'Only these bytes' -r
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from cat" -s o -l output -d 'Write to FILE, whole or not at all; `-` is standard output' -r -F
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from cat" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from cat" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from cat" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from cat" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from cat" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from cat" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from cat" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from cat" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from get" -s C -l directory -d 'The folder that is made; it must be absent or empty' -r -F
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from get" -l root -d 'The root that is meant; without it the archive\'s first' -r
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from get" -l max-size -d 'Bytes of all files at most; without it 1 GiB or 1000 times the archive' -r
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from get" -l max-files -d 'Files and folders at most' -r
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from get" -l max-depth -d 'Folders below each other at most' -r
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from get" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from get" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from get" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from get" -l no-symlinks -d 'Make no symbolic links'
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from get" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from get" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from get" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from get" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from split" -l root -d 'The root that is meant; without it the archive\'s first' -r
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from split" -l range -d 'Only these bytes of the file' -r
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from split" -l scope -d 'How much behind the path: block, entity or all' -r -f -a "block\t''
entity\t''
all\t''"
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from split" -s o -l output -d 'Write to FILE, whole or not at all; `-` is standard output' -r -F
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from split" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from split" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from split" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from split" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from split" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from split" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from split" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from split" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from merge" -s o -l output -d 'Write to FILE, whole or not at all; `-` is standard output' -r -F
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from merge" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from merge" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from merge" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from merge" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from merge" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from merge" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from merge" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from merge" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from index" -l format -d 'The layout: multihash-sorted (0x0401) or sorted (0x0400)' -r -f -a "multihash-sorted\t''
sorted\t''"
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from index" -s o -l output -d 'Write to FILE, whole or not at all; `-` is standard output' -r -F
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from index" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from index" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from index" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from index" -l v2 -d 'The archive with its index, as a `CARv2`'
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from index" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from index" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from index" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from index" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from index" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from show" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from show" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from show" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from show" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from show" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from help" -f -a "new" -d 'An archive of files and folders'
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from help" -f -a "list" -d 'What is in an archive'
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from help" -f -a "verify" -d 'Whether an archive is what it says'
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from help" -f -a "cat" -d 'The bytes of a file in an archive'
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from help" -f -a "get" -d 'Unpack an archive'
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from help" -f -a "split" -d 'The part that proves a path or a range'
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from help" -f -a "merge" -d 'Many archives become one'
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from help" -f -a "index" -d 'Where the blocks of an archive begin'
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from help" -f -a "show" -d 'What an archive says of itself'
complete -c decent -n "__fish_decent_using_subcommand car; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c decent -n "__fish_decent_using_subcommand dag; and not __fish_seen_subcommand_from show list diff commit log checkout merge-base merge help" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand dag; and not __fish_seen_subcommand_from show list diff commit log checkout merge-base merge help" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand dag; and not __fish_seen_subcommand_from show list diff commit log checkout merge-base merge help" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand dag; and not __fish_seen_subcommand_from show list diff commit log checkout merge-base merge help" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand dag; and not __fish_seen_subcommand_from show list diff commit log checkout merge-base merge help" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand dag; and not __fish_seen_subcommand_from show list diff commit log checkout merge-base merge help" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand dag; and not __fish_seen_subcommand_from show list diff commit log checkout merge-base merge help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand dag; and not __fish_seen_subcommand_from show list diff commit log checkout merge-base merge help" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand dag; and not __fish_seen_subcommand_from show list diff commit log checkout merge-base merge help" -f -a "show" -d 'A block as text, or in another codec'
complete -c decent -n "__fish_decent_using_subcommand dag; and not __fish_seen_subcommand_from show list diff commit log checkout merge-base merge help" -f -a "list" -d 'What is below a version, a folder or a block'
complete -c decent -n "__fish_decent_using_subcommand dag; and not __fish_seen_subcommand_from show list diff commit log checkout merge-base merge help" -f -a "diff" -d 'What changed between two versions'
complete -c decent -n "__fish_decent_using_subcommand dag; and not __fish_seen_subcommand_from show list diff commit log checkout merge-base merge help" -f -a "commit" -d 'A version of a folder'
complete -c decent -n "__fish_decent_using_subcommand dag; and not __fish_seen_subcommand_from show list diff commit log checkout merge-base merge help" -f -a "log" -d 'Versions, newest first'
complete -c decent -n "__fish_decent_using_subcommand dag; and not __fish_seen_subcommand_from show list diff commit log checkout merge-base merge help" -f -a "checkout" -d 'A version into a folder'
complete -c decent -n "__fish_decent_using_subcommand dag; and not __fish_seen_subcommand_from show list diff commit log checkout merge-base merge help" -f -a "merge-base" -d 'The last version that two have in common'
complete -c decent -n "__fish_decent_using_subcommand dag; and not __fish_seen_subcommand_from show list diff commit log checkout merge-base merge help" -f -a "merge" -d 'Two versions become one'
complete -c decent -n "__fish_decent_using_subcommand dag; and not __fish_seen_subcommand_from show list diff commit log checkout merge-base merge help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from show" -l store -d 'The archive in which the block is; without it the block itself is read' -r -F
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from show" -l from -d 'The codec of a block that is read by itself' -r -f -a "dag-json\t''
dag-cbor\t''
dag-pb\t''
raw\t''"
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from show" -l cid -d 'The ID that such a block has to have' -r
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from show" -l to -d 'The codec in which it is written' -r -f -a "dag-json\t''
dag-cbor\t''
dag-pb\t''
raw\t''"
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from show" -l key -d 'A public key that may have signed, or a folder of them; may be given again' -r -F
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from show" -l allowed -d 'OpenSSH\'s list of allowed signers, asked for the time of each commit' -r -F
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from show" -s o -l output -d 'Write to FILE, whole or not at all; `-` is standard output' -r -F
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from show" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from show" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from show" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from show" -l block -d 'The bytes of the block as they stand'
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from show" -l id -d 'The ID of what would be written, in its place'
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from show" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from show" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from list" -l store -d 'The archive that holds the history; `-` is standard input' -r -F
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from list" -l max-size -d 'Bytes of all files at most; without it 1 GiB or 1000 times the archive' -r
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from list" -l max-files -d 'Files and folders at most' -r
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from list" -l max-depth -d 'Folders below each other at most' -r
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from list" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from list" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from list" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from list" -l links -d 'The links of the block itself: CID  PATH'
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from list" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from list" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from diff" -l store -d 'The archive that holds the history; `-` is standard input' -r -F
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from diff" -l max-size -d 'Bytes of all files at most; without it 1 GiB or 1000 times the archive' -r
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from diff" -l max-files -d 'Files and folders at most' -r
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from diff" -l max-depth -d 'Folders below each other at most' -r
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from diff" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from diff" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from diff" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from diff" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from diff" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from diff" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from diff" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from diff" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from commit" -l store -d 'The archive that the version is added to, and made where it is not there; without it all blocks go out as an archive of their own' -r -F
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from commit" -s m -l message -d 'Why' -r
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from commit" -l parent -d 'The version that it goes on from, without it HEAD; given again, it is a merge' -r
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from commit" -l author -d 'Who makes it' -r
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from commit" -l date -d 'When, as 2026-01-31T12:00:00+01:00 or in seconds since 1970; without it now' -r
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from commit" -l key -d 'The secret key that signs it: ed25519 or secp256k1; for git ed25519' -r -F
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from commit" -l passphrase-file -d 'The passphrase of the key is the first line of FILE; /dev/fd/3 is descriptor 3. Without it a terminal is asked' -r -F
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from commit" -l format -d 'Blocks of IPFS or objects of git; without it as HEAD has them' -r -f -a "unixfs\t''
git\t''"
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from commit" -s p -l profile -d 'The profile or preset of IPFS' -r -f -a "unixfs-v1-2025\t''
unixfs-v0-2015\t''
kubo-v1\t''
helia\t''
storacha\t''"
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from commit" -l cid-version -d 'The CID version: 0 or 1' -r
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from commit" -l chunker -d 'Where files are cut: size-N, rabin-MIN-AVG-MAX or buzhash' -r
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from commit" -l raw-leaves -d 'Chunks are blocks as they are, not wrapped in dag-pb' -r -f -a "true\t''
false\t''"
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from commit" -l width -d 'Links of a node of a file at most' -r
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from commit" -l layout -d 'The DAG of a file: balanced or trickle' -r -f -a "balanced\t''
trickle\t''"
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from commit" -l hash -d 'The hash of blocks, sha2-256 or another of multihash' -r
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from commit" -l inline -d 'Blocks of at most N bytes stand in their CIDs' -r
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from commit" -l hamt-fanout -d 'Buckets of a shard of a large folder' -r
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from commit" -l hamt-threshold -d 'A folder past this is cut in shards' -r
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from commit" -l hamt-estimate -d 'How a folder is measured: links-bytes, block-bytes or links-count' -r -f -a "links-bytes\t''
block-bytes\t''
links-count\t''"
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from commit" -l hidden -d 'Take names that begin with a dot' -r -f -a "true\t''
false\t''"
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from commit" -l dereference -d 'Take what symbolic links lead to' -r -f -a "true\t''
false\t''"
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from commit" -l no-empty-dirs -d 'Leave out folders without a file' -r -f -a "true\t''
false\t''"
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from commit" -l preserve-mode -d 'Keep permission bits' -r -f -a "true\t''
false\t''"
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from commit" -l preserve-mtime -d 'Keep modification times' -r -f -a "true\t''
false\t''"
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from commit" -s o -l output -d 'Write to FILE, whole or not at all; `-` is standard output' -r -F
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from commit" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from commit" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from commit" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from commit" -l allow-empty -d 'Also where nothing changed'
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from commit" -l reread -d 'Read every file, also those that are as they were to all appearance'
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from commit" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from commit" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from commit" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from commit" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from commit" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from log" -l store -d 'The archive that holds the history; `-` is standard input' -r -F
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from log" -s n -l count -d 'At most so many' -r
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from log" -l key -d 'A public key that may have signed, or a folder of them; may be given again' -r -F
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from log" -l allowed -d 'OpenSSH\'s list of allowed signers, asked for the time of each commit' -r -F
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from log" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from log" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from log" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from log" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from log" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from log" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from log" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from log" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from checkout" -l store -d 'The archive that holds the history; `-` is standard input' -r -F
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from checkout" -s C -l directory -d 'The folder that is made; it must be absent or empty' -r -F
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from checkout" -l max-size -d 'Bytes of all files at most; without it 1 GiB or 1000 times the archive' -r
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from checkout" -l max-files -d 'Files and folders at most' -r
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from checkout" -l max-depth -d 'Folders below each other at most' -r
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from checkout" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from checkout" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from checkout" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from checkout" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from checkout" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from checkout" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from checkout" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from checkout" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from merge-base" -l store -d 'The archive that holds the history; `-` is standard input' -r -F
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from merge-base" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from merge-base" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from merge-base" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from merge-base" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from merge-base" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from merge-base" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from merge-base" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from merge-base" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from merge" -l store -d 'The archive that holds the history; `-` is standard input' -r -F
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from merge" -l from -d 'Another archive from which what is missing is taken first' -r -F
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from merge" -l base -d 'The version from which both came, or `none`; without it the last that they have in common' -r
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from merge" -s m -l message -d 'Why' -r
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from merge" -l author -d 'Who makes it' -r
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from merge" -l date -d 'When, as 2026-01-31T12:00:00+01:00 or in seconds since 1970; without it now' -r
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from merge" -l key -d 'The secret key that signs it: ed25519 or secp256k1; for git ed25519' -r -F
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from merge" -l passphrase-file -d 'The passphrase of the key is the first line of FILE; /dev/fd/3 is descriptor 3. Without it a terminal is asked' -r -F
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from merge" -l format -d 'Blocks of IPFS or objects of git; without it as HEAD has them' -r -f -a "unixfs\t''
git\t''"
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from merge" -s p -l profile -d 'The profile or preset of IPFS' -r -f -a "unixfs-v1-2025\t''
unixfs-v0-2015\t''
kubo-v1\t''
helia\t''
storacha\t''"
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from merge" -l cid-version -d 'The CID version: 0 or 1' -r
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from merge" -l chunker -d 'Where files are cut: size-N, rabin-MIN-AVG-MAX or buzhash' -r
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from merge" -l raw-leaves -d 'Chunks are blocks as they are, not wrapped in dag-pb' -r -f -a "true\t''
false\t''"
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from merge" -l width -d 'Links of a node of a file at most' -r
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from merge" -l layout -d 'The DAG of a file: balanced or trickle' -r -f -a "balanced\t''
trickle\t''"
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from merge" -l hash -d 'The hash of blocks, sha2-256 or another of multihash' -r
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from merge" -l inline -d 'Blocks of at most N bytes stand in their CIDs' -r
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from merge" -l hamt-fanout -d 'Buckets of a shard of a large folder' -r
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from merge" -l hamt-threshold -d 'A folder past this is cut in shards' -r
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from merge" -l hamt-estimate -d 'How a folder is measured: links-bytes, block-bytes or links-count' -r -f -a "links-bytes\t''
block-bytes\t''
links-count\t''"
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from merge" -l hidden -d 'Take names that begin with a dot' -r -f -a "true\t''
false\t''"
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from merge" -l dereference -d 'Take what symbolic links lead to' -r -f -a "true\t''
false\t''"
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from merge" -l no-empty-dirs -d 'Leave out folders without a file' -r -f -a "true\t''
false\t''"
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from merge" -l preserve-mode -d 'Keep permission bits' -r -f -a "true\t''
false\t''"
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from merge" -l preserve-mtime -d 'Keep modification times' -r -f -a "true\t''
false\t''"
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from merge" -l max-size -d 'Bytes of all files at most; without it 1 GiB or 1000 times the archive' -r
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from merge" -l max-files -d 'Files and folders at most' -r
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from merge" -l max-depth -d 'Folders below each other at most' -r
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from merge" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from merge" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from merge" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from merge" -l no-ff -d 'Make a version of its own also where one side only went on from the other'
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from merge" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from merge" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from merge" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from merge" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from merge" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from help" -f -a "show" -d 'A block as text, or in another codec'
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from help" -f -a "list" -d 'What is below a version, a folder or a block'
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from help" -f -a "diff" -d 'What changed between two versions'
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from help" -f -a "commit" -d 'A version of a folder'
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from help" -f -a "log" -d 'Versions, newest first'
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from help" -f -a "checkout" -d 'A version into a folder'
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from help" -f -a "merge-base" -d 'The last version that two have in common'
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from help" -f -a "merge" -d 'Two versions become one'
complete -c decent -n "__fish_decent_using_subcommand dag; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c decent -n "__fish_decent_using_subcommand ipns; and not __fish_seen_subcommand_from name sign verify show select resolve renew help" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand ipns; and not __fish_seen_subcommand_from name sign verify show select resolve renew help" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand ipns; and not __fish_seen_subcommand_from name sign verify show select resolve renew help" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand ipns; and not __fish_seen_subcommand_from name sign verify show select resolve renew help" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand ipns; and not __fish_seen_subcommand_from name sign verify show select resolve renew help" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand ipns; and not __fish_seen_subcommand_from name sign verify show select resolve renew help" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand ipns; and not __fish_seen_subcommand_from name sign verify show select resolve renew help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand ipns; and not __fish_seen_subcommand_from name sign verify show select resolve renew help" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand ipns; and not __fish_seen_subcommand_from name sign verify show select resolve renew help" -f -a "name" -d 'The name of a key'
complete -c decent -n "__fish_decent_using_subcommand ipns; and not __fish_seen_subcommand_from name sign verify show select resolve renew help" -f -a "sign" -d 'A record that points from a name at content'
complete -c decent -n "__fish_decent_using_subcommand ipns; and not __fish_seen_subcommand_from name sign verify show select resolve renew help" -f -a "verify" -d 'Whether a record is of a name, and still holds'
complete -c decent -n "__fish_decent_using_subcommand ipns; and not __fish_seen_subcommand_from name sign verify show select resolve renew help" -f -a "show" -d 'What a record says'
complete -c decent -n "__fish_decent_using_subcommand ipns; and not __fish_seen_subcommand_from name sign verify show select resolve renew help" -f -a "select" -d 'The newest of several records'
complete -c decent -n "__fish_decent_using_subcommand ipns; and not __fish_seen_subcommand_from name sign verify show select resolve renew help" -f -a "resolve" -d 'A name followed to content, over records in a folder'
complete -c decent -n "__fish_decent_using_subcommand ipns; and not __fish_seen_subcommand_from name sign verify show select resolve renew help" -f -a "renew" -d 'The same value once more, with a later end'
complete -c decent -n "__fish_decent_using_subcommand ipns; and not __fish_seen_subcommand_from name sign verify show select resolve renew help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c decent -n "__fish_decent_using_subcommand ipns; and __fish_seen_subcommand_from name" -l passphrase-file -d 'The passphrase of the key is the first line of FILE; /dev/fd/3 is descriptor 3. Without it a terminal is asked' -r -F
complete -c decent -n "__fish_decent_using_subcommand ipns; and __fish_seen_subcommand_from name" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand ipns; and __fish_seen_subcommand_from name" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand ipns; and __fish_seen_subcommand_from name" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand ipns; and __fish_seen_subcommand_from name" -l public-hex -d '64 hex digits are a public key, not a secret one'
complete -c decent -n "__fish_decent_using_subcommand ipns; and __fish_seen_subcommand_from name" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand ipns; and __fish_seen_subcommand_from name" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand ipns; and __fish_seen_subcommand_from name" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand ipns; and __fish_seen_subcommand_from name" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand ipns; and __fish_seen_subcommand_from name" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand ipns; and __fish_seen_subcommand_from sign" -l key -d 'The secret key, of ed25519 or secp256k1: PEM, libp2p\'s protobuf, OpenSSH, minisign, hex' -r -F
complete -c decent -n "__fish_decent_using_subcommand ipns; and __fish_seen_subcommand_from sign" -l passphrase-file -d 'The passphrase of the key is the first line of FILE; /dev/fd/3 is descriptor 3. Without it a terminal is asked' -r -F
complete -c decent -n "__fish_decent_using_subcommand ipns; and __fish_seen_subcommand_from sign" -l value -d 'Where the name points: /ipfs/CID, /ipns/NAME, with steps behind it; or a bare CID' -r
complete -c decent -n "__fish_decent_using_subcommand ipns; and __fish_seen_subcommand_from sign" -l lifetime -d 'Valid for so long from now, or from --at; 48h unless told otherwise' -r
complete -c decent -n "__fish_decent_using_subcommand ipns; and __fish_seen_subcommand_from sign" -l validity -d 'Valid until TIME of RFC 3339, which is signed as it is written' -r
complete -c decent -n "__fish_decent_using_subcommand ipns; and __fish_seen_subcommand_from sign" -l at -d 'What is now' -r
complete -c decent -n "__fish_decent_using_subcommand ipns; and __fish_seen_subcommand_from sign" -l ttl -d 'How long it may be kept without asking for a newer one' -r
complete -c decent -n "__fish_decent_using_subcommand ipns; and __fish_seen_subcommand_from sign" -l seq -d 'The number of this version; 0 unless told otherwise' -r
complete -c decent -n "__fish_decent_using_subcommand ipns; and __fish_seen_subcommand_from sign" -l prev -d 'The record before: it is verified, its number goes up by one, and its end is not undercut' -r -F
complete -c decent -n "__fish_decent_using_subcommand ipns; and __fish_seen_subcommand_from sign" -s o -l output -d 'Write to FILE, whole or not at all; `-` is standard output' -r -F
complete -c decent -n "__fish_decent_using_subcommand ipns; and __fish_seen_subcommand_from sign" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand ipns; and __fish_seen_subcommand_from sign" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand ipns; and __fish_seen_subcommand_from sign" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand ipns; and __fish_seen_subcommand_from sign" -l v1-compat -d 'Copies and a second signature for programs of before 2021'
complete -c decent -n "__fish_decent_using_subcommand ipns; and __fish_seen_subcommand_from sign" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand ipns; and __fish_seen_subcommand_from sign" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand ipns; and __fish_seen_subcommand_from sign" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand ipns; and __fish_seen_subcommand_from sign" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand ipns; and __fish_seen_subcommand_from sign" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand ipns; and __fish_seen_subcommand_from verify" -l at -d 'When it must be valid; without, now' -r
complete -c decent -n "__fish_decent_using_subcommand ipns; and __fish_seen_subcommand_from verify" -l state -d 'What was seen before, which grows by this record: refuses one that goes back, and two values under one number' -r -F
complete -c decent -n "__fish_decent_using_subcommand ipns; and __fish_seen_subcommand_from verify" -l key -d 'The public key of the name, for a record that lacks it' -r -F
complete -c decent -n "__fish_decent_using_subcommand ipns; and __fish_seen_subcommand_from verify" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand ipns; and __fish_seen_subcommand_from verify" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand ipns; and __fish_seen_subcommand_from verify" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand ipns; and __fish_seen_subcommand_from verify" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand ipns; and __fish_seen_subcommand_from verify" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand ipns; and __fish_seen_subcommand_from verify" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand ipns; and __fish_seen_subcommand_from verify" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand ipns; and __fish_seen_subcommand_from verify" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand ipns; and __fish_seen_subcommand_from show" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand ipns; and __fish_seen_subcommand_from show" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand ipns; and __fish_seen_subcommand_from show" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand ipns; and __fish_seen_subcommand_from show" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand ipns; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand ipns; and __fish_seen_subcommand_from show" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand ipns; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand ipns; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand ipns; and __fish_seen_subcommand_from select" -l name -d 'Only records that hold for this name' -r
complete -c decent -n "__fish_decent_using_subcommand ipns; and __fish_seen_subcommand_from select" -l at -d 'When they must be valid, for --name; without, now' -r
complete -c decent -n "__fish_decent_using_subcommand ipns; and __fish_seen_subcommand_from select" -s o -l output -d 'Write to FILE, whole or not at all; `-` is standard output' -r -F
complete -c decent -n "__fish_decent_using_subcommand ipns; and __fish_seen_subcommand_from select" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand ipns; and __fish_seen_subcommand_from select" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand ipns; and __fish_seen_subcommand_from select" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand ipns; and __fish_seen_subcommand_from select" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand ipns; and __fish_seen_subcommand_from select" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand ipns; and __fish_seen_subcommand_from select" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand ipns; and __fish_seen_subcommand_from select" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand ipns; and __fish_seen_subcommand_from select" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand ipns; and __fish_seen_subcommand_from resolve" -l records -d 'The folder with the records; files that are none are passed over' -r -F
complete -c decent -n "__fish_decent_using_subcommand ipns; and __fish_seen_subcommand_from resolve" -l at -d 'When they must be valid; without, now' -r
complete -c decent -n "__fish_decent_using_subcommand ipns; and __fish_seen_subcommand_from resolve" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand ipns; and __fish_seen_subcommand_from resolve" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand ipns; and __fish_seen_subcommand_from resolve" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand ipns; and __fish_seen_subcommand_from resolve" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand ipns; and __fish_seen_subcommand_from resolve" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand ipns; and __fish_seen_subcommand_from resolve" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand ipns; and __fish_seen_subcommand_from resolve" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand ipns; and __fish_seen_subcommand_from resolve" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand ipns; and __fish_seen_subcommand_from renew" -l key -d 'The secret key that signed it' -r -F
complete -c decent -n "__fish_decent_using_subcommand ipns; and __fish_seen_subcommand_from renew" -l passphrase-file -d 'The passphrase of the key is the first line of FILE; /dev/fd/3 is descriptor 3. Without it a terminal is asked' -r -F
complete -c decent -n "__fish_decent_using_subcommand ipns; and __fish_seen_subcommand_from renew" -l lifetime -d 'Valid for so long from now, or from --at; 48h unless told otherwise' -r
complete -c decent -n "__fish_decent_using_subcommand ipns; and __fish_seen_subcommand_from renew" -l validity -d 'Valid until TIME of RFC 3339, which is signed as it is written' -r
complete -c decent -n "__fish_decent_using_subcommand ipns; and __fish_seen_subcommand_from renew" -l at -d 'What is now' -r
complete -c decent -n "__fish_decent_using_subcommand ipns; and __fish_seen_subcommand_from renew" -l ttl -d 'How long it may be kept without asking again; as before unless told otherwise' -r
complete -c decent -n "__fish_decent_using_subcommand ipns; and __fish_seen_subcommand_from renew" -s o -l output -d 'Write to FILE, whole or not at all; `-` is standard output' -r -F
complete -c decent -n "__fish_decent_using_subcommand ipns; and __fish_seen_subcommand_from renew" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand ipns; and __fish_seen_subcommand_from renew" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand ipns; and __fish_seen_subcommand_from renew" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand ipns; and __fish_seen_subcommand_from renew" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand ipns; and __fish_seen_subcommand_from renew" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand ipns; and __fish_seen_subcommand_from renew" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand ipns; and __fish_seen_subcommand_from renew" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand ipns; and __fish_seen_subcommand_from renew" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand ipns; and __fish_seen_subcommand_from help" -f -a "name" -d 'The name of a key'
complete -c decent -n "__fish_decent_using_subcommand ipns; and __fish_seen_subcommand_from help" -f -a "sign" -d 'A record that points from a name at content'
complete -c decent -n "__fish_decent_using_subcommand ipns; and __fish_seen_subcommand_from help" -f -a "verify" -d 'Whether a record is of a name, and still holds'
complete -c decent -n "__fish_decent_using_subcommand ipns; and __fish_seen_subcommand_from help" -f -a "show" -d 'What a record says'
complete -c decent -n "__fish_decent_using_subcommand ipns; and __fish_seen_subcommand_from help" -f -a "select" -d 'The newest of several records'
complete -c decent -n "__fish_decent_using_subcommand ipns; and __fish_seen_subcommand_from help" -f -a "resolve" -d 'A name followed to content, over records in a folder'
complete -c decent -n "__fish_decent_using_subcommand ipns; and __fish_seen_subcommand_from help" -f -a "renew" -d 'The same value once more, with a later end'
complete -c decent -n "__fish_decent_using_subcommand ipns; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c decent -n "__fish_decent_using_subcommand pow; and not __fish_seen_subcommand_from mine verify stamp check collide bench help" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand pow; and not __fish_seen_subcommand_from mine verify stamp check collide bench help" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand pow; and not __fish_seen_subcommand_from mine verify stamp check collide bench help" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand pow; and not __fish_seen_subcommand_from mine verify stamp check collide bench help" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand pow; and not __fish_seen_subcommand_from mine verify stamp check collide bench help" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand pow; and not __fish_seen_subcommand_from mine verify stamp check collide bench help" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand pow; and not __fish_seen_subcommand_from mine verify stamp check collide bench help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand pow; and not __fish_seen_subcommand_from mine verify stamp check collide bench help" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand pow; and not __fish_seen_subcommand_from mine verify stamp check collide bench help" -f -a "mine" -d 'The nonce that solves a puzzle'
complete -c decent -n "__fish_decent_using_subcommand pow; and not __fish_seen_subcommand_from mine verify stamp check collide bench help" -f -a "verify" -d 'Whether a nonce solves a puzzle'
complete -c decent -n "__fish_decent_using_subcommand pow; and not __fish_seen_subcommand_from mine verify stamp check collide bench help" -f -a "stamp" -d 'Stamps of hashcash'
complete -c decent -n "__fish_decent_using_subcommand pow; and not __fish_seen_subcommand_from mine verify stamp check collide bench help" -f -a "check" -d 'Whether stamps are good, and not spent'
complete -c decent -n "__fish_decent_using_subcommand pow; and not __fish_seen_subcommand_from mine verify stamp check collide bench help" -f -a "collide" -d 'Two inputs whose digests begin alike'
complete -c decent -n "__fish_decent_using_subcommand pow; and not __fish_seen_subcommand_from mine verify stamp check collide bench help" -f -a "bench" -d 'What a difficulty costs on this machine'
complete -c decent -n "__fish_decent_using_subcommand pow; and not __fish_seen_subcommand_from mine verify stamp check collide bench help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
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
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from mine" -l backend -d 'What tries: portable, shani, avx2, avx512vl, avx512x2, avx512 or gpu; the fastest unless told otherwise' -r -f -a "portable\t''
shani\t''
avx2\t''
avx512vl\t''
avx512x2\t''
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
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from stamp" -l backend -d 'What tries: portable, shani, avx2, avx512vl, avx512x2, avx512 or gpu; the fastest unless told otherwise' -r
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
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from bench" -l hash -d 'The hash of a message; unless named, SHA-256d of Bitcoin\'s headers' -r -f -a "sha256\t''
sha256d\t''
sha1\t''
sha512\t''
blake2b\t''
sha3\t''
scrypt\t''
argon2id\t''"
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from bench" -l bits -d 'Zero bits whose cost is told; may stand many times' -r
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from bench" -l threads -d 'Threads that work together; unless named, as many as there are cores' -r
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from bench" -l backend -d 'What tries, for the costs: unless named, what is the fastest here' -r -f -a "portable\t''
shani\t''
avx2\t''
avx512vl\t''
avx512x2\t''
avx512\t''
gpu\t''"
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from bench" -l watts -d 'What the machine draws while it works, for the joules' -r
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from bench" -l price -d 'What a kilowatt-hour costs, for the money' -r
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from bench" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from bench" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from bench" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from bench" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from bench" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from bench" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from bench" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from bench" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from help" -f -a "mine" -d 'The nonce that solves a puzzle'
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from help" -f -a "verify" -d 'Whether a nonce solves a puzzle'
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from help" -f -a "stamp" -d 'Stamps of hashcash'
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from help" -f -a "check" -d 'Whether stamps are good, and not spent'
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from help" -f -a "collide" -d 'Two inputs whose digests begin alike'
complete -c decent -n "__fish_decent_using_subcommand pow; and __fish_seen_subcommand_from help" -f -a "bench" -d 'What a difficulty costs on this machine'
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
complete -c decent -n "__fish_decent_using_subcommand block; and not __fish_seen_subcommand_from new mine show verify tips target retarget help" -f -a "new" -d 'A header to mine'
complete -c decent -n "__fish_decent_using_subcommand block; and not __fish_seen_subcommand_from new mine show verify tips target retarget help" -f -a "mine" -d 'The nonce that makes a header good'
complete -c decent -n "__fish_decent_using_subcommand block; and not __fish_seen_subcommand_from new mine show verify tips target retarget help" -f -a "show" -d 'Headers, field by field'
complete -c decent -n "__fish_decent_using_subcommand block; and not __fish_seen_subcommand_from new mine show verify tips target retarget help" -f -a "verify" -d 'Check a chain of headers against its network\'s rules'
complete -c decent -n "__fish_decent_using_subcommand block; and not __fish_seen_subcommand_from new mine show verify tips target retarget help" -f -a "tips" -d 'Which branch wins, and the way to it'
complete -c decent -n "__fish_decent_using_subcommand block; and not __fish_seen_subcommand_from new mine show verify tips target retarget help" -f -a "target" -d 'What compact bits and targets stand for'
complete -c decent -n "__fish_decent_using_subcommand block; and not __fish_seen_subcommand_from new mine show verify tips target retarget help" -f -a "retarget" -d 'The bits that the next header must have'
complete -c decent -n "__fish_decent_using_subcommand block; and not __fish_seen_subcommand_from new mine show verify tips target retarget help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from new" -l prev -d 'The hash of the header before; none, of 64 zeros, begins a chain' -r
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from new" -l after -d 'Previous hash and bits from a chain: its last header, and the rules of --network' -r -F
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from new" -l root -d 'The Merkle root over the transactions (`decent spv new`)' -r
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from new" -l bits -d 'The target, as compact bits; of --after, or without, those of the network' -r
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from new" -l time -d 'RFC 3339, or seconds since 1970' -r
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from new" -l version -d 'The version' -r
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from new" -l nonce -d 'The nonce' -r
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from new" -l network -d 'The rules: main, test, testnet4, signet, regtest, or a JSON file of a chain of one\'s own' -r -F
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from new" -l from -d 'Start behind a checkpoint that is trusted: a file, or HEIGHT:HASH of the first header' -r -F
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
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from mine" -l backend -d 'What tries: portable, shani, avx2, avx512vl, avx512x2, avx512 or gpu; the fastest unless told otherwise' -r -f -a "portable\t''
shani\t''
avx2\t''
avx512vl\t''
avx512x2\t''
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
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from verify" -l network -d 'The rules: main, test, testnet4, signet, regtest, or a JSON file of a chain of one\'s own' -r -F
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from verify" -l from -d 'Start behind a checkpoint that is trusted: a file, or HEIGHT:HASH of the first header' -r -F
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
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from tips" -l network -d 'The rules: main, test, testnet4, signet, regtest, or a JSON file of a chain of one\'s own' -r -F
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from tips" -l from -d 'Start behind a checkpoint that is trusted: a file, or HEIGHT:HASH of the first header' -r -F
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
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from target" -l network -d 'Refuse what is easier than this network allows' -r -F
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
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from retarget" -l network -d 'The rules: main, test, testnet4, signet, regtest, or a JSON file of a chain of one\'s own' -r -F
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from retarget" -l from -d 'Start behind a checkpoint that is trusted: a file, or HEIGHT:HASH of the first header' -r -F
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
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from help" -f -a "new" -d 'A header to mine'
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from help" -f -a "mine" -d 'The nonce that makes a header good'
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from help" -f -a "show" -d 'Headers, field by field'
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from help" -f -a "verify" -d 'Check a chain of headers against its network\'s rules'
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from help" -f -a "tips" -d 'Which branch wins, and the way to it'
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from help" -f -a "target" -d 'What compact bits and targets stand for'
complete -c decent -n "__fish_decent_using_subcommand block; and __fish_seen_subcommand_from help" -f -a "retarget" -d 'The bits that the next header must have'
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
complete -c decent -n "__fish_decent_using_subcommand spv; and not __fish_seen_subcommand_from new prove verify show help" -f -a "prove" -d 'A proof that transactions are in a block'
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
complete -c decent -n "__fish_decent_using_subcommand spv; and __fish_seen_subcommand_from help" -f -a "prove" -d 'A proof that transactions are in a block'
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
complete -c decent -n "__fish_decent_using_subcommand key; and not __fish_seen_subcommand_from new show convert agree seal open recover toy help" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand key; and not __fish_seen_subcommand_from new show convert agree seal open recover toy help" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand key; and not __fish_seen_subcommand_from new show convert agree seal open recover toy help" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand key; and not __fish_seen_subcommand_from new show convert agree seal open recover toy help" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand key; and not __fish_seen_subcommand_from new show convert agree seal open recover toy help" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand key; and not __fish_seen_subcommand_from new show convert agree seal open recover toy help" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand key; and not __fish_seen_subcommand_from new show convert agree seal open recover toy help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand key; and not __fish_seen_subcommand_from new show convert agree seal open recover toy help" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand key; and not __fish_seen_subcommand_from new show convert agree seal open recover toy help" -f -a "new" -d 'A new key'
complete -c decent -n "__fish_decent_using_subcommand key; and not __fish_seen_subcommand_from new show convert agree seal open recover toy help" -f -a "show" -d 'What a key is, without its secret'
complete -c decent -n "__fish_decent_using_subcommand key; and not __fish_seen_subcommand_from new show convert agree seal open recover toy help" -f -a "convert" -d 'A key in another form'
complete -c decent -n "__fish_decent_using_subcommand key; and not __fish_seen_subcommand_from new show convert agree seal open recover toy help" -f -a "agree" -d 'The secret that two keys agree on'
complete -c decent -n "__fish_decent_using_subcommand key; and not __fish_seen_subcommand_from new show convert agree seal open recover toy help" -f -a "seal" -d 'Encrypt to public keys'
complete -c decent -n "__fish_decent_using_subcommand key; and not __fish_seen_subcommand_from new show convert agree seal open recover toy help" -f -a "open" -d 'Decrypt what was sealed to a key'
complete -c decent -n "__fish_decent_using_subcommand key; and not __fish_seen_subcommand_from new show convert agree seal open recover toy help" -f -a "recover" -d 'Private keys out of signatures that share a nonce'
complete -c decent -n "__fish_decent_using_subcommand key; and not __fish_seen_subcommand_from new show convert agree seal open recover toy help" -f -a "toy" -d 'A curve small enough to see'
complete -c decent -n "__fish_decent_using_subcommand key; and not __fish_seen_subcommand_from new show convert agree seal open recover toy help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from new" -l type -d 'What sort of key' -r -f -a "ed25519\t'Signatures, and files sealed to it'
secp256k1\t'Signatures of Bitcoin, and agreement'
x25519\t'Agreement, and files sealed to it'
bls12-381\t'Signatures that add up'"
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from new" -l to -d 'The form that it is written in' -r -f -a "pem\t'PKCS#8 and SPKI, as openssl has them'
minisign\t'Ed25519 alone'
signify\t'Ed25519 alone'
openssh\t'Ed25519 alone'
age\t'X25519 alone'
libp2p\t'Ed25519 and secp256k1, and public keys of P-256 and RSA'
hex\t'32 bytes of a secret key; of a public one as many as its kind has'"
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from new" -l comment -d 'Words beside the key, where its form has a place for them' -r
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from new" -l passphrase-file -d 'The passphrase of the key is the first line of FILE; /dev/fd/3 is descriptor 3. Without it a terminal is asked' -r -F
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from new" -s o -l output -d 'Write to FILE, which only its owner can read, whole or not at all; `-` is standard output, also a terminal' -r -F
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from new" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from new" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from new" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from new" -l encrypt -d 'Encrypt the key under a passphrase that the terminal is asked for'
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from new" -l force -d 'Replace what is there'
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from new" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from new" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from new" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from new" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from new" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from show" -l address -d 'Print the Bitcoin address of a key of secp256k1' -r -f -a "p2pkh\t'1..: the hash of the key, in base 58'
p2wpkh\t'bc1q..: the same hash, in bech32'
p2tr\t'bc1p..: the key shifted by its hash, in bech32m'"
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from show" -l network -d 'The network that the address is of' -r -f -a "main\t''
test\t''"
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from show" -l type -d 'What sort of key hex digits are' -r -f -a "ed25519\t'Signatures, and files sealed to it'
secp256k1\t'Signatures of Bitcoin, and agreement'
x25519\t'Agreement, and files sealed to it'
bls12-381\t'Signatures that add up'"
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from show" -l passphrase-file -d 'The passphrase of the key is the first line of FILE; /dev/fd/3 is descriptor 3. Without it a terminal is asked' -r -F
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from show" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from show" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from show" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from show" -l public-hex -d '64 hex digits are a public key, not a secret one'
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from show" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from show" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from convert" -l to -d 'The form to write' -r -f -a "pem\t'PKCS#8 and SPKI, as openssl has them'
minisign\t'Ed25519 alone'
signify\t'Ed25519 alone'
openssh\t'Ed25519 alone'
age\t'X25519 alone'
libp2p\t'Ed25519 and secp256k1, and public keys of P-256 and RSA'
hex\t'32 bytes of a secret key; of a public one as many as its kind has'"
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from convert" -l type -d 'What sort of key hex digits are' -r -f -a "ed25519\t'Signatures, and files sealed to it'
secp256k1\t'Signatures of Bitcoin, and agreement'
x25519\t'Agreement, and files sealed to it'
bls12-381\t'Signatures that add up'"
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from convert" -l new-passphrase-file -d 'Encrypt what is written under the first line of FILE' -r -F
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from convert" -l comment -d 'Words beside the key instead of those that it has' -r
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from convert" -l passphrase-file -d 'The passphrase of the key is the first line of FILE; /dev/fd/3 is descriptor 3. Without it a terminal is asked' -r -F
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from convert" -s o -l output -d 'Write to FILE, which only its owner can read, whole or not at all; `-` is standard output, also a terminal' -r -F
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from convert" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from convert" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from convert" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from convert" -l public -d 'Write the public half of a secret key'
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from convert" -l public-hex -d '64 hex digits are a public key, not a secret one'
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from convert" -l no-passphrase -d 'Write an encrypted key unencrypted'
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from convert" -l force -d 'Replace what is there'
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from convert" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from convert" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from convert" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from convert" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from convert" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from agree" -l info -d 'What the key is for: HKDF gives another one for each label' -r
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from agree" -l type -d 'What sort of key hex digits are' -r -f -a "ed25519\t'Signatures, and files sealed to it'
secp256k1\t'Signatures of Bitcoin, and agreement'
x25519\t'Agreement, and files sealed to it'
bls12-381\t'Signatures that add up'"
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from agree" -l passphrase-file -d 'The passphrase of the key is the first line of FILE; /dev/fd/3 is descriptor 3. Without it a terminal is asked' -r -F
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from agree" -s o -l output -d 'Write to FILE, which only its owner can read, whole or not at all; `-` is standard output, also a terminal' -r -F
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from agree" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from agree" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from agree" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from agree" -l raw -d 'Print the shared bytes as the curve gives them: no key yet, for they are not uniform'
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from agree" -l force -d 'Replace what is there'
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from agree" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from agree" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from agree" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from agree" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from agree" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from seal" -l to -d 'A public key of x25519 or ed25519: a file with one, a file of age\'s recipients, or the letters age1.. themselves; may be given many times' -r -F
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from seal" -s o -l output -d 'Write to FILE, whole or not at all; `-` is standard output' -r -F
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from seal" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from seal" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from seal" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from seal" -s a -l armor -d 'Write letters instead of bytes, for mail'
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from seal" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from seal" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from seal" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from seal" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from seal" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from open" -l key -d 'A secret key of x25519 or ed25519, or a file of age\'s identities; may be given many times' -r -F
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from open" -l passphrase-file -d 'The passphrase of the key is the first line of FILE; /dev/fd/3 is descriptor 3. Without it a terminal is asked' -r -F
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from open" -s o -l output -d 'Write to FILE, whole or not at all; `-` is standard output' -r -F
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from open" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from open" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from open" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from open" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from open" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from open" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from open" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from open" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from recover" -s o -l output -d 'Write to FILE, which only its owner can read, whole or not at all; `-` is standard output, also a terminal' -r -F
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from recover" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from recover" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from recover" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from recover" -l force -d 'Replace what is there'
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from recover" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from recover" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from recover" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from recover" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from recover" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from toy" -l prime -d 'The prime of the field, from 11 to 2^31' -r
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from toy" -l start -d 'Where to start: X,Y; the first point of the curve where none is given' -r
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from toy" -l times -d 'Add the start to itself, N times' -r
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from toy" -l add -d 'Add the point X,Y to the start' -r
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from toy" -l log -d 'Find N from the point N times the start, by baby steps and giant steps' -r
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from toy" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from toy" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from toy" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from toy" -l walk -d 'Find it by trying 1, 2, 3, .. instead'
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from toy" -l list -d 'Every multiple of the start'
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from toy" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from toy" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from toy" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from toy" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from toy" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from help" -f -a "new" -d 'A new key'
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from help" -f -a "show" -d 'What a key is, without its secret'
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from help" -f -a "convert" -d 'A key in another form'
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from help" -f -a "agree" -d 'The secret that two keys agree on'
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from help" -f -a "seal" -d 'Encrypt to public keys'
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from help" -f -a "open" -d 'Decrypt what was sealed to a key'
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from help" -f -a "recover" -d 'Private keys out of signatures that share a nonce'
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from help" -f -a "toy" -d 'A curve small enough to see'
complete -c decent -n "__fish_decent_using_subcommand key; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c decent -n "__fish_decent_using_subcommand sig; and not __fish_seen_subcommand_from sign verify show help" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand sig; and not __fish_seen_subcommand_from sign verify show help" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand sig; and not __fish_seen_subcommand_from sign verify show help" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand sig; and not __fish_seen_subcommand_from sign verify show help" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand sig; and not __fish_seen_subcommand_from sign verify show help" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand sig; and not __fish_seen_subcommand_from sign verify show help" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand sig; and not __fish_seen_subcommand_from sign verify show help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand sig; and not __fish_seen_subcommand_from sign verify show help" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand sig; and not __fish_seen_subcommand_from sign verify show help" -f -a "sign" -d 'A signature on a file or a stream'
complete -c decent -n "__fish_decent_using_subcommand sig; and not __fish_seen_subcommand_from sign verify show help" -f -a "verify" -d 'Whether signatures are of this file, and by these keys'
complete -c decent -n "__fish_decent_using_subcommand sig; and not __fish_seen_subcommand_from sign verify show help" -f -a "show" -d 'What a signature says of itself'
complete -c decent -n "__fish_decent_using_subcommand sig; and not __fish_seen_subcommand_from sign verify show help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c decent -n "__fish_decent_using_subcommand sig; and __fish_seen_subcommand_from sign" -l key -d 'The secret key: PEM, minisign, signify, OpenSSH, or hex (of ed25519; of secp256k1 for der and bip340)' -r -F
complete -c decent -n "__fish_decent_using_subcommand sig; and __fish_seen_subcommand_from sign" -l passphrase-file -d 'The passphrase of the key is the first line of FILE; /dev/fd/3 is descriptor 3. Without it a terminal is asked' -r -F
complete -c decent -n "__fish_decent_using_subcommand sig; and __fish_seen_subcommand_from sign" -l format -d 'minisign for a key of ed25519, der for one of secp256k1' -r -f -a "minisign\t''
signify\t''
sshsig\t''
raw\t''
der\t''
bip340\t''"
complete -c decent -n "__fish_decent_using_subcommand sig; and __fish_seen_subcommand_from sign" -l namespace -d 'What SSHSIG\'s signature is for' -r
complete -c decent -n "__fish_decent_using_subcommand sig; and __fish_seen_subcommand_from sign" -l hash -d 'The hash of SSHSIG (sha512), of ECDSA (sha256), and one for BIP-340 to sign (none)' -r -f -a "sha256\t''
sha384\t''
sha512\t''
blake2b512\t''"
complete -c decent -n "__fish_decent_using_subcommand sig; and __fish_seen_subcommand_from sign" -l comment -d 'The first line of minisign and signify, which is not signed' -r
complete -c decent -n "__fish_decent_using_subcommand sig; and __fish_seen_subcommand_from sign" -l trusted-comment -d 'The comment that minisign signs; without, the time and the name of the file' -r
complete -c decent -n "__fish_decent_using_subcommand sig; and __fish_seen_subcommand_from sign" -l at -d 'The time in it; without, now' -r
complete -c decent -n "__fish_decent_using_subcommand sig; and __fish_seen_subcommand_from sign" -s o -l output -d 'Write to FILE, whole or not at all; `-` is standard output' -r -F
complete -c decent -n "__fish_decent_using_subcommand sig; and __fish_seen_subcommand_from sign" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand sig; and __fish_seen_subcommand_from sign" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand sig; and __fish_seen_subcommand_from sign" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand sig; and __fish_seen_subcommand_from sign" -l legacy -d 'Of minisign: over the bytes themselves, as before version 0.6; signify takes it too'
complete -c decent -n "__fish_decent_using_subcommand sig; and __fish_seen_subcommand_from sign" -l embedded -d 'Of signify: the signature, then FILE, in one file (signify -e)'
complete -c decent -n "__fish_decent_using_subcommand sig; and __fish_seen_subcommand_from sign" -l hedge -d 'Of ECDSA and BIP-340: put randomness into the nonce, against who measures this computer'
complete -c decent -n "__fish_decent_using_subcommand sig; and __fish_seen_subcommand_from sign" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand sig; and __fish_seen_subcommand_from sign" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand sig; and __fish_seen_subcommand_from sign" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand sig; and __fish_seen_subcommand_from sign" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand sig; and __fish_seen_subcommand_from sign" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand sig; and __fish_seen_subcommand_from verify" -l key -d 'A public key that is trusted, or a folder of them (*.pub, *.pem); may be given again. 64 hex digits are one of ed25519; of secp256k1 with --format der and bip340' -r -F
complete -c decent -n "__fish_decent_using_subcommand sig; and __fish_seen_subcommand_from verify" -l allowed -d 'OpenSSH\'s list of allowed signers; times in it are UTC' -r -F
complete -c decent -n "__fish_decent_using_subcommand sig; and __fish_seen_subcommand_from verify" -l identity -d 'Who it must be, of those in the list' -r
complete -c decent -n "__fish_decent_using_subcommand sig; and __fish_seen_subcommand_from verify" -l at -d 'When the list must allow it; without, now' -r
complete -c decent -n "__fish_decent_using_subcommand sig; and __fish_seen_subcommand_from verify" -l min -d 'So many different keys must have signed' -r
complete -c decent -n "__fish_decent_using_subcommand sig; and __fish_seen_subcommand_from verify" -l namespace -d 'What SSHSIG\'s signatures must be for' -r
complete -c decent -n "__fish_decent_using_subcommand sig; and __fish_seen_subcommand_from verify" -l sig -d 'A signature; may be given again. Without, FILE.minisig or FILE.sig' -r -F
complete -c decent -n "__fish_decent_using_subcommand sig; and __fish_seen_subcommand_from verify" -l format -d 'Take the signatures for this format, and no other' -r -f -a "minisign\t''
signify\t''
sshsig\t''
raw\t''
der\t''
bip340\t''"
complete -c decent -n "__fish_decent_using_subcommand sig; and __fish_seen_subcommand_from verify" -l hash -d 'The hash of ECDSA and RSA (sha256), and of BIP-340 where it signs one (none)' -r -f -a "sha256\t''
sha384\t''
sha512\t''
blake2b512\t''"
complete -c decent -n "__fish_decent_using_subcommand sig; and __fish_seen_subcommand_from verify" -s o -l output -d 'Write to FILE, whole or not at all; `-` is standard output' -r -F
complete -c decent -n "__fish_decent_using_subcommand sig; and __fish_seen_subcommand_from verify" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand sig; and __fish_seen_subcommand_from verify" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand sig; and __fish_seen_subcommand_from verify" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand sig; and __fish_seen_subcommand_from verify" -l embedded -d 'FILE begins with its signature, as signify -e writes it; -o writes the message alone'
complete -c decent -n "__fish_decent_using_subcommand sig; and __fish_seen_subcommand_from verify" -l low-s -d 'Refuse the high s of ECDSA, which holds as well as the low one'
complete -c decent -n "__fish_decent_using_subcommand sig; and __fish_seen_subcommand_from verify" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand sig; and __fish_seen_subcommand_from verify" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand sig; and __fish_seen_subcommand_from verify" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand sig; and __fish_seen_subcommand_from verify" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand sig; and __fish_seen_subcommand_from verify" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand sig; and __fish_seen_subcommand_from show" -l format -d 'Take the signatures for this format, and no other' -r -f -a "minisign\t''
signify\t''
sshsig\t''
raw\t''
der\t''
bip340\t''"
complete -c decent -n "__fish_decent_using_subcommand sig; and __fish_seen_subcommand_from show" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand sig; and __fish_seen_subcommand_from show" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand sig; and __fish_seen_subcommand_from show" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand sig; and __fish_seen_subcommand_from show" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand sig; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand sig; and __fish_seen_subcommand_from show" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand sig; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand sig; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand sig; and __fish_seen_subcommand_from help" -f -a "sign" -d 'A signature on a file or a stream'
complete -c decent -n "__fish_decent_using_subcommand sig; and __fish_seen_subcommand_from help" -f -a "verify" -d 'Whether signatures are of this file, and by these keys'
complete -c decent -n "__fish_decent_using_subcommand sig; and __fish_seen_subcommand_from help" -f -a "show" -d 'What a signature says of itself'
complete -c decent -n "__fish_decent_using_subcommand sig; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c decent -n "__fish_decent_using_subcommand shamir; and not __fish_seen_subcommand_from split join verify show refresh reshare convert help" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand shamir; and not __fish_seen_subcommand_from split join verify show refresh reshare convert help" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand shamir; and not __fish_seen_subcommand_from split join verify show refresh reshare convert help" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand shamir; and not __fish_seen_subcommand_from split join verify show refresh reshare convert help" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand shamir; and not __fish_seen_subcommand_from split join verify show refresh reshare convert help" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand shamir; and not __fish_seen_subcommand_from split join verify show refresh reshare convert help" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand shamir; and not __fish_seen_subcommand_from split join verify show refresh reshare convert help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand shamir; and not __fish_seen_subcommand_from split join verify show refresh reshare convert help" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand shamir; and not __fish_seen_subcommand_from split join verify show refresh reshare convert help" -f -a "split" -d 'A secret into shares'
complete -c decent -n "__fish_decent_using_subcommand shamir; and not __fish_seen_subcommand_from split join verify show refresh reshare convert help" -f -a "join" -d 'Shares back to the secret'
complete -c decent -n "__fish_decent_using_subcommand shamir; and not __fish_seen_subcommand_from split join verify show refresh reshare convert help" -f -a "verify" -d 'Whether shares are whole, and fit each other'
complete -c decent -n "__fish_decent_using_subcommand shamir; and not __fish_seen_subcommand_from split join verify show refresh reshare convert help" -f -a "show" -d 'What shares say of themselves'
complete -c decent -n "__fish_decent_using_subcommand shamir; and not __fish_seen_subcommand_from split join verify show refresh reshare convert help" -f -a "refresh" -d 'New shares of the same secret, for the same holders'
complete -c decent -n "__fish_decent_using_subcommand shamir; and not __fish_seen_subcommand_from split join verify show refresh reshare convert help" -f -a "reshare" -d 'New shares of the same secret, for others'
complete -c decent -n "__fish_decent_using_subcommand shamir; and not __fish_seen_subcommand_from split join verify show refresh reshare convert help" -f -a "convert" -d 'Shares in the format of another program'
complete -c decent -n "__fish_decent_using_subcommand shamir; and not __fish_seen_subcommand_from split join verify show refresh reshare convert help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from split" -s t -l threshold -d 'Shares that rebuild the secret, 2 to 255; with --group, groups that do' -r
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from split" -s n -l shares -d 'Shares there are to be, at most 255' -r
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from split" -l format -d 'Whose shares' -r -f -a "decent\t'Our own: checked, named, of any size'
gfshare\t'gfsplit\'s and gfcombine\'s of libgfshare, by their names .NNN'
ssss\t'ssss-split\'s and ssss-combine\'s: lines NUMBER-HEX'
vault\t'Vault\'s: bytes, and x behind them'
slip39\t'SLIP-39\'s mnemonics'"
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from split" -l vss -d 'Shares that can be checked against commitments; the secret is a scalar of secp256k1, 32 bytes' -r -f -a "feldman\t'The first of them is the secret\'s public key'
pedersen\t'They hide the secret whatever it is'"
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from split" -l level -d 'ssss: the security level, 8, 16, .. 1024; without it that of the secret\'s length' -r
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from split" -l group -d 'SLIP-39: a group of N members of which T are needed; may be given again' -r
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from split" -l exponent -d 'SLIP-39: 10000 * 2^E iterations of PBKDF2' -r
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from split" -l passphrase-file -d 'The passphrase of the key is the first line of FILE; /dev/fd/3 is descriptor 3. Without it a terminal is asked' -r -F
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from split" -s o -l output -d 'Write to the folder DIR, which must be absent or empty, whole or not at all; only its owner can read what is in it' -r -F
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from split" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from split" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from split" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from split" -l short -d 'Shares a T-th as long as the secret: encrypted and coded, only the key split'
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from split" -l binary -d 'Binary, however small'
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from split" -l no-diffusion -d 'ssss: leave out the mixing, as its option -D'
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from split" -l not-extendable -d 'SLIP-39: let the set\'s number go into the encryption, as before 2024'
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from split" -l force -d 'Replace a folder that holds nothing but shares'
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from split" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from split" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from split" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from split" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from split" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from join" -l format -d 'Whose shares; ours, ssss\'s and SLIP-39\'s are known without' -r -f -a "decent\t'Our own: checked, named, of any size'
gfshare\t'gfsplit\'s and gfcombine\'s of libgfshare, by their names .NNN'
ssss\t'ssss-split\'s and ssss-combine\'s: lines NUMBER-HEX'
vault\t'Vault\'s: bytes, and x behind them'
slip39\t'SLIP-39\'s mnemonics'"
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from join" -s t -l threshold -d 'Shares that rebuild the secret; ours, and SLIP-39\'s, know it themselves' -r
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from join" -l commit -d 'Commitments that verifiable shares are held against' -r -F
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from join" -l passphrase-file -d 'The passphrase of the key is the first line of FILE; /dev/fd/3 is descriptor 3. Without it a terminal is asked' -r -F
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from join" -s o -l output -d 'Write to FILE, which only its owner can read, whole or not at all; `-` is standard output, also a terminal' -r -F
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from join" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from join" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from join" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from join" -l no-diffusion -d 'ssss: shares that were split without mixing'
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from join" -l unpad -d 'ssss: leave out zeros at the start, where the level was higher than the secret needs'
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from join" -l force -d 'Replace what is there'
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from join" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from join" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from join" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from join" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from join" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from verify" -l format -d 'Whose shares; ours, ssss\'s and SLIP-39\'s are known without' -r -f -a "decent\t'Our own: checked, named, of any size'
gfshare\t'gfsplit\'s and gfcombine\'s of libgfshare, by their names .NNN'
ssss\t'ssss-split\'s and ssss-combine\'s: lines NUMBER-HEX'
vault\t'Vault\'s: bytes, and x behind them'
slip39\t'SLIP-39\'s mnemonics'"
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from verify" -s t -l threshold -d 'Shares that rebuild the secret; ours, and SLIP-39\'s, know it themselves' -r
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from verify" -l commit -d 'Commitments that verifiable shares are held against' -r -F
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from verify" -l passphrase-file -d 'The passphrase of the key is the first line of FILE; /dev/fd/3 is descriptor 3. Without it a terminal is asked' -r -F
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from verify" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from verify" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from verify" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from verify" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from verify" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from verify" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from verify" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from verify" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from show" -l format -d 'Whose shares; ours, ssss\'s and SLIP-39\'s are known without' -r -f -a "decent\t'Our own: checked, named, of any size'
gfshare\t'gfsplit\'s and gfcombine\'s of libgfshare, by their names .NNN'
ssss\t'ssss-split\'s and ssss-combine\'s: lines NUMBER-HEX'
vault\t'Vault\'s: bytes, and x behind them'
slip39\t'SLIP-39\'s mnemonics'"
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from show" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from show" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from show" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from show" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from show" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from refresh" -l commit -d 'The commitments of verifiable shares; the new ones are written beside the new shares' -r -F
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from refresh" -s o -l output -d 'Write to the folder DIR, which must be absent or empty, whole or not at all; only its owner can read what is in it' -r -F
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from refresh" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from refresh" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from refresh" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from refresh" -l force -d 'Replace a folder that holds nothing but shares'
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from refresh" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from refresh" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from refresh" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from refresh" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from refresh" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from reshare" -s t -l threshold -d 'Shares that are to rebuild the secret' -r
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from reshare" -s n -l number -d 'Shares there are to be' -r
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from reshare" -l commit -d 'The commitments of verifiable shares; the new ones are written beside the new shares' -r -F
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from reshare" -s o -l output -d 'Write to the folder DIR, which must be absent or empty, whole or not at all; only its owner can read what is in it' -r -F
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from reshare" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from reshare" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from reshare" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from reshare" -l force -d 'Replace a folder that holds nothing but shares'
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from reshare" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from reshare" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from reshare" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from reshare" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from reshare" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from convert" -l to -d 'Whose shares they are to become' -r -f -a "decent\t'Our own: checked, named, of any size'
gfshare\t'gfsplit\'s and gfcombine\'s of libgfshare, by their names .NNN'
ssss\t'ssss-split\'s and ssss-combine\'s: lines NUMBER-HEX'
vault\t'Vault\'s: bytes, and x behind them'
slip39\t'SLIP-39\'s mnemonics'"
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from convert" -l format -d 'Whose shares they are; ours, ssss\'s and SLIP-39\'s are known without' -r -f -a "decent\t'Our own: checked, named, of any size'
gfshare\t'gfsplit\'s and gfcombine\'s of libgfshare, by their names .NNN'
ssss\t'ssss-split\'s and ssss-combine\'s: lines NUMBER-HEX'
vault\t'Vault\'s: bytes, and x behind them'
slip39\t'SLIP-39\'s mnemonics'"
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from convert" -s t -l threshold -d 'Shares that rebuild the secret; ours know it themselves' -r
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from convert" -s n -l number -d 'Shares there are to be; as many as were given, where it is not said' -r
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from convert" -l passphrase-file -d 'The passphrase of the key is the first line of FILE; /dev/fd/3 is descriptor 3. Without it a terminal is asked' -r -F
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from convert" -s o -l output -d 'Write to the folder DIR, which must be absent or empty, whole or not at all; only its owner can read what is in it' -r -F
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from convert" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from convert" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from convert" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from convert" -l no-diffusion -d 'ssss: without mixing'
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from convert" -l binary -d 'Binary, however small'
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from convert" -l force -d 'Replace a folder that holds nothing but shares'
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from convert" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from convert" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from convert" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from convert" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from convert" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from help" -f -a "split" -d 'A secret into shares'
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from help" -f -a "join" -d 'Shares back to the secret'
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from help" -f -a "verify" -d 'Whether shares are whole, and fit each other'
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from help" -f -a "show" -d 'What shares say of themselves'
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from help" -f -a "refresh" -d 'New shares of the same secret, for the same holders'
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from help" -f -a "reshare" -d 'New shares of the same secret, for others'
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from help" -f -a "convert" -d 'Shares in the format of another program'
complete -c decent -n "__fish_decent_using_subcommand shamir; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c decent -n "__fish_decent_using_subcommand threshold; and not __fish_seen_subcommand_from new sign join verify encrypt decrypt refresh reshare dkg help" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand threshold; and not __fish_seen_subcommand_from new sign join verify encrypt decrypt refresh reshare dkg help" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand threshold; and not __fish_seen_subcommand_from new sign join verify encrypt decrypt refresh reshare dkg help" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand threshold; and not __fish_seen_subcommand_from new sign join verify encrypt decrypt refresh reshare dkg help" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand threshold; and not __fish_seen_subcommand_from new sign join verify encrypt decrypt refresh reshare dkg help" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand threshold; and not __fish_seen_subcommand_from new sign join verify encrypt decrypt refresh reshare dkg help" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand threshold; and not __fish_seen_subcommand_from new sign join verify encrypt decrypt refresh reshare dkg help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand threshold; and not __fish_seen_subcommand_from new sign join verify encrypt decrypt refresh reshare dkg help" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand threshold; and not __fish_seen_subcommand_from new sign join verify encrypt decrypt refresh reshare dkg help" -f -a "new" -d 'A key dealt to a group'
complete -c decent -n "__fish_decent_using_subcommand threshold; and not __fish_seen_subcommand_from new sign join verify encrypt decrypt refresh reshare dkg help" -f -a "sign" -d 'A member\'s part of a signature'
complete -c decent -n "__fish_decent_using_subcommand threshold; and not __fish_seen_subcommand_from new sign join verify encrypt decrypt refresh reshare dkg help" -f -a "join" -d 'Members\' parts made one signature, or opening a file'
complete -c decent -n "__fish_decent_using_subcommand threshold; and not __fish_seen_subcommand_from new sign join verify encrypt decrypt refresh reshare dkg help" -f -a "verify" -d 'Check a signature against the group\'s key'
complete -c decent -n "__fish_decent_using_subcommand threshold; and not __fish_seen_subcommand_from new sign join verify encrypt decrypt refresh reshare dkg help" -f -a "encrypt" -d 'A file that any T members open'
complete -c decent -n "__fish_decent_using_subcommand threshold; and not __fish_seen_subcommand_from new sign join verify encrypt decrypt refresh reshare dkg help" -f -a "decrypt" -d 'A member\'s part of opening a file'
complete -c decent -n "__fish_decent_using_subcommand threshold; and not __fish_seen_subcommand_from new sign join verify encrypt decrypt refresh reshare dkg help" -f -a "refresh" -d 'New shares for the same members'
complete -c decent -n "__fish_decent_using_subcommand threshold; and not __fish_seen_subcommand_from new sign join verify encrypt decrypt refresh reshare dkg help" -f -a "reshare" -d 'The same key among other members'
complete -c decent -n "__fish_decent_using_subcommand threshold; and not __fish_seen_subcommand_from new sign join verify encrypt decrypt refresh reshare dkg help" -f -a "dkg" -d 'A group\'s key made by its members, without a dealer'
complete -c decent -n "__fish_decent_using_subcommand threshold; and not __fish_seen_subcommand_from new sign join verify encrypt decrypt refresh reshare dkg help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from new" -s t -l threshold -d 'Members that can act together, at least 1' -r
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from new" -s n -l members -d 'Members there are to be, at most 4096' -r
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from new" -l curve -d 'The curve; without it that of the key, or else bls12-381-g1' -r -f -a "bls12-381-g1\t'Public keys of 48 bytes, signatures of 96; encryption'
bls12-381-g2\t'Public keys of 96 bytes, signatures of 48'
ed25519\t'For FROST: signatures as of one key of Ed25519'
secp256k1\t'For FROST: signatures as of one key of Bitcoin\'s'"
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from new" -l from -d 'Split this key instead of a new one: of bls12-381, ed25519 or secp256k1' -r -F
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from new" -l passphrase-file -d 'The passphrase of the key is the first line of FILE; /dev/fd/3 is descriptor 3. Without it a terminal is asked' -r -F
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from new" -s o -l output -d 'Write to the folder DIR, which must be absent or empty, whole or not at all; only its owner can read what is in it' -r -F
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from new" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from new" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from new" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from new" -l force -d 'Replace a folder that holds nothing but shares'
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from new" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from new" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from new" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from new" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from new" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from sign" -l share -d 'The member\'s share' -r -F
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from sign" -s o -l output -d 'Write to FILE, whole or not at all; `-` is standard output' -r -F
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from sign" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from sign" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from sign" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from sign" -l digest -d 'Also 32 bytes, which are a digest: they could be a round of a beacon of this group'
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from sign" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from sign" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from sign" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from sign" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from sign" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from join" -l group -d 'The group' -r -F
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from join" -l message -d 'What was signed: each part is then checked alone, and a wrong one is named' -r -F
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from join" -l ciphertext -d 'A file that is sealed to the group: decrypt it' -r -F
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from join" -s o -l output -d 'Write to FILE, whole or not at all; `-` is standard output' -r -F
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from join" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from join" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from join" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from join" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from join" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from join" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from join" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from join" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from verify" -l group -d 'The group' -r -F
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from verify" -l sig -d 'The signature: hex digits, or bytes' -r -F
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from verify" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from verify" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from verify" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from verify" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from verify" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from verify" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from verify" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from verify" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from encrypt" -l group -d 'The group, of bls12-381-g1' -r -F
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from encrypt" -s o -l output -d 'Write to FILE, whole or not at all; `-` is standard output' -r -F
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from encrypt" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from encrypt" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from encrypt" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from encrypt" -s a -l armor -d 'Write letters instead of bytes, for mail'
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from encrypt" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from encrypt" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from encrypt" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from encrypt" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from encrypt" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from decrypt" -l share -d 'The member\'s share' -r -F
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from decrypt" -s o -l output -d 'Write to FILE, whole or not at all; `-` is standard output' -r -F
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from decrypt" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from decrypt" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from decrypt" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from decrypt" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from decrypt" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from decrypt" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from decrypt" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from decrypt" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from refresh" -l group -d 'The group' -r -F
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from refresh" -s o -l output -d 'Write to the folder DIR, which must be absent or empty, whole or not at all; only its owner can read what is in it' -r -F
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from refresh" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from refresh" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from refresh" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from refresh" -l force -d 'Replace a folder that holds nothing but shares'
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from refresh" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from refresh" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from refresh" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from refresh" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from refresh" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from reshare" -l group -d 'The group' -r -F
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from reshare" -s t -l threshold -d 'Members that are to act together; without it as many as before' -r
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from reshare" -s n -l members -d 'Members there are to be; without it as many as before' -r
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from reshare" -s o -l output -d 'Write to the folder DIR, which must be absent or empty, whole or not at all; only its owner can read what is in it' -r -F
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from reshare" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from reshare" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from reshare" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from reshare" -l force -d 'Replace a folder that holds nothing but shares'
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from reshare" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from reshare" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from reshare" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from reshare" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from reshare" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from dkg" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from dkg" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from dkg" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from dkg" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from dkg" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from dkg" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from dkg" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from dkg" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from dkg" -f -a "start" -d 'One\'s state, and an announcement'
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from dkg" -f -a "deal" -d 'One\'s part of the key, with a share for each'
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from dkg" -f -a "check" -d 'Whether all dealt rightly, and what is to be said to that'
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from dkg" -f -a "finish" -d 'The group that all made, and one\'s share'
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from dkg" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from help" -f -a "new" -d 'A key dealt to a group'
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from help" -f -a "sign" -d 'A member\'s part of a signature'
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from help" -f -a "join" -d 'Members\' parts made one signature, or opening a file'
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from help" -f -a "verify" -d 'Check a signature against the group\'s key'
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from help" -f -a "encrypt" -d 'A file that any T members open'
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from help" -f -a "decrypt" -d 'A member\'s part of opening a file'
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from help" -f -a "refresh" -d 'New shares for the same members'
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from help" -f -a "reshare" -d 'The same key among other members'
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from help" -f -a "dkg" -d 'A group\'s key made by its members, without a dealer'
complete -c decent -n "__fish_decent_using_subcommand threshold; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c decent -n "__fish_decent_using_subcommand frost; and not __fish_seen_subcommand_from new commit sign join help" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand frost; and not __fish_seen_subcommand_from new commit sign join help" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand frost; and not __fish_seen_subcommand_from new commit sign join help" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand frost; and not __fish_seen_subcommand_from new commit sign join help" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand frost; and not __fish_seen_subcommand_from new commit sign join help" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand frost; and not __fish_seen_subcommand_from new commit sign join help" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand frost; and not __fish_seen_subcommand_from new commit sign join help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand frost; and not __fish_seen_subcommand_from new commit sign join help" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand frost; and not __fish_seen_subcommand_from new commit sign join help" -f -a "new" -d 'A key of which each member has a share'
complete -c decent -n "__fish_decent_using_subcommand frost; and not __fish_seen_subcommand_from new commit sign join help" -f -a "commit" -d 'A member\'s nonces, and commitments to them'
complete -c decent -n "__fish_decent_using_subcommand frost; and not __fish_seen_subcommand_from new commit sign join help" -f -a "sign" -d 'A member\'s part of a signature'
complete -c decent -n "__fish_decent_using_subcommand frost; and not __fish_seen_subcommand_from new commit sign join help" -f -a "join" -d 'The parts of all who sign become a signature'
complete -c decent -n "__fish_decent_using_subcommand frost; and not __fish_seen_subcommand_from new commit sign join help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c decent -n "__fish_decent_using_subcommand frost; and __fish_seen_subcommand_from new" -s t -l threshold -d 'Members that can sign together' -r
complete -c decent -n "__fish_decent_using_subcommand frost; and __fish_seen_subcommand_from new" -s n -l members -d 'Members there are, at most 4096' -r
complete -c decent -n "__fish_decent_using_subcommand frost; and __fish_seen_subcommand_from new" -l from -d 'Split this key of ed25519 instead of a new one: the public key stays the same' -r -F
complete -c decent -n "__fish_decent_using_subcommand frost; and __fish_seen_subcommand_from new" -l passphrase-file -d 'The passphrase of the key is the first line of FILE; /dev/fd/3 is descriptor 3. Without it a terminal is asked' -r -F
complete -c decent -n "__fish_decent_using_subcommand frost; and __fish_seen_subcommand_from new" -s o -l output -d 'Write to the folder DIR, which must be absent or empty, whole or not at all; only its owner can read what is in it' -r -F
complete -c decent -n "__fish_decent_using_subcommand frost; and __fish_seen_subcommand_from new" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand frost; and __fish_seen_subcommand_from new" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand frost; and __fish_seen_subcommand_from new" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand frost; and __fish_seen_subcommand_from new" -l force -d 'Replace a folder that holds nothing but shares'
complete -c decent -n "__fish_decent_using_subcommand frost; and __fish_seen_subcommand_from new" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand frost; and __fish_seen_subcommand_from new" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand frost; and __fish_seen_subcommand_from new" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand frost; and __fish_seen_subcommand_from new" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand frost; and __fish_seen_subcommand_from new" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand frost; and __fish_seen_subcommand_from commit" -l share -d 'The member\'s own share' -r -F
complete -c decent -n "__fish_decent_using_subcommand frost; and __fish_seen_subcommand_from commit" -l nonce -d 'A new file for the nonces, secret, which only its owner can read' -r -F
complete -c decent -n "__fish_decent_using_subcommand frost; and __fish_seen_subcommand_from commit" -s o -l output -d 'Write to FILE, whole or not at all; `-` is standard output' -r -F
complete -c decent -n "__fish_decent_using_subcommand frost; and __fish_seen_subcommand_from commit" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand frost; and __fish_seen_subcommand_from commit" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand frost; and __fish_seen_subcommand_from commit" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand frost; and __fish_seen_subcommand_from commit" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand frost; and __fish_seen_subcommand_from commit" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand frost; and __fish_seen_subcommand_from commit" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand frost; and __fish_seen_subcommand_from commit" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand frost; and __fish_seen_subcommand_from commit" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand frost; and __fish_seen_subcommand_from sign" -l share -d 'The member\'s own share' -r -F
complete -c decent -n "__fish_decent_using_subcommand frost; and __fish_seen_subcommand_from sign" -l nonce -d 'The member\'s nonces, which are used up' -r -F
complete -c decent -n "__fish_decent_using_subcommand frost; and __fish_seen_subcommand_from sign" -l commitment -d 'The commitments of all who sign, one or many in a file; may be given again' -r -F
complete -c decent -n "__fish_decent_using_subcommand frost; and __fish_seen_subcommand_from sign" -l group -d 'The group' -r -F
complete -c decent -n "__fish_decent_using_subcommand frost; and __fish_seen_subcommand_from sign" -l format -d 'What the signature is to be; all who sign must say the same' -r -f -a "minisign\t''
signify\t''
sshsig\t''
raw\t''"
complete -c decent -n "__fish_decent_using_subcommand frost; and __fish_seen_subcommand_from sign" -l namespace -d 'What SSHSIG\'s signature is for; without, file' -r
complete -c decent -n "__fish_decent_using_subcommand frost; and __fish_seen_subcommand_from sign" -l partial -d 'Second round of minisign: the partial signatures of all, one or many in a file; may be given again' -r -F
complete -c decent -n "__fish_decent_using_subcommand frost; and __fish_seen_subcommand_from sign" -l trusted-comment -d 'Second round of minisign: the comment; without, one that names the group and who signs' -r
complete -c decent -n "__fish_decent_using_subcommand frost; and __fish_seen_subcommand_from sign" -s o -l output -d 'Write to FILE, whole or not at all; `-` is standard output' -r -F
complete -c decent -n "__fish_decent_using_subcommand frost; and __fish_seen_subcommand_from sign" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand frost; and __fish_seen_subcommand_from sign" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand frost; and __fish_seen_subcommand_from sign" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand frost; and __fish_seen_subcommand_from sign" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand frost; and __fish_seen_subcommand_from sign" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand frost; and __fish_seen_subcommand_from sign" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand frost; and __fish_seen_subcommand_from sign" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand frost; and __fish_seen_subcommand_from sign" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand frost; and __fish_seen_subcommand_from join" -l group -d 'The group' -r -F
complete -c decent -n "__fish_decent_using_subcommand frost; and __fish_seen_subcommand_from join" -l commitment -d 'The commitments of all who signed, one or many in a file; may be given again' -r -F
complete -c decent -n "__fish_decent_using_subcommand frost; and __fish_seen_subcommand_from join" -l message -d 'The file that was signed' -r -F
complete -c decent -n "__fish_decent_using_subcommand frost; and __fish_seen_subcommand_from join" -l format -d 'What it must have been signed for; without, what the parts of most members say' -r -f -a "minisign\t''
signify\t''
sshsig\t''
raw\t''"
complete -c decent -n "__fish_decent_using_subcommand frost; and __fish_seen_subcommand_from join" -l namespace -d 'What a signature of sshsig must be for; without, what the parts of most members say' -r
complete -c decent -n "__fish_decent_using_subcommand frost; and __fish_seen_subcommand_from join" -l trusted-comment -d 'The comment that must have been signed with minisign\'s; without, that of most members\' parts' -r
complete -c decent -n "__fish_decent_using_subcommand frost; and __fish_seen_subcommand_from join" -s o -l output -d 'Write to FILE, whole or not at all; `-` is standard output' -r -F
complete -c decent -n "__fish_decent_using_subcommand frost; and __fish_seen_subcommand_from join" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand frost; and __fish_seen_subcommand_from join" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand frost; and __fish_seen_subcommand_from join" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand frost; and __fish_seen_subcommand_from join" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand frost; and __fish_seen_subcommand_from join" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand frost; and __fish_seen_subcommand_from join" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand frost; and __fish_seen_subcommand_from join" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand frost; and __fish_seen_subcommand_from join" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand frost; and __fish_seen_subcommand_from help" -f -a "new" -d 'A key of which each member has a share'
complete -c decent -n "__fish_decent_using_subcommand frost; and __fish_seen_subcommand_from help" -f -a "commit" -d 'A member\'s nonces, and commitments to them'
complete -c decent -n "__fish_decent_using_subcommand frost; and __fish_seen_subcommand_from help" -f -a "sign" -d 'A member\'s part of a signature'
complete -c decent -n "__fish_decent_using_subcommand frost; and __fish_seen_subcommand_from help" -f -a "join" -d 'The parts of all who sign become a signature'
complete -c decent -n "__fish_decent_using_subcommand frost; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c decent -n "__fish_decent_using_subcommand beacon; and not __fish_seen_subcommand_from verify show round new sign join seal open draw sortition randao help" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand beacon; and not __fish_seen_subcommand_from verify show round new sign join seal open draw sortition randao help" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand beacon; and not __fish_seen_subcommand_from verify show round new sign join seal open draw sortition randao help" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand beacon; and not __fish_seen_subcommand_from verify show round new sign join seal open draw sortition randao help" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand beacon; and not __fish_seen_subcommand_from verify show round new sign join seal open draw sortition randao help" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand beacon; and not __fish_seen_subcommand_from verify show round new sign join seal open draw sortition randao help" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand beacon; and not __fish_seen_subcommand_from verify show round new sign join seal open draw sortition randao help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand beacon; and not __fish_seen_subcommand_from verify show round new sign join seal open draw sortition randao help" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand beacon; and not __fish_seen_subcommand_from verify show round new sign join seal open draw sortition randao help" -f -a "verify" -d 'Whether beacons are their chain\'s'
complete -c decent -n "__fish_decent_using_subcommand beacon; and not __fish_seen_subcommand_from verify show round new sign join seal open draw sortition randao help" -f -a "show" -d 'What a chain says of itself'
complete -c decent -n "__fish_decent_using_subcommand beacon; and not __fish_seen_subcommand_from verify show round new sign join seal open draw sortition randao help" -f -a "round" -d 'Which round is due when'
complete -c decent -n "__fish_decent_using_subcommand beacon; and not __fish_seen_subcommand_from verify show round new sign join seal open draw sortition randao help" -f -a "new" -d 'A chain that a group of one\'s own is to make'
complete -c decent -n "__fish_decent_using_subcommand beacon; and not __fish_seen_subcommand_from verify show round new sign join seal open draw sortition randao help" -f -a "sign" -d 'A member\'s part of the signature of a round'
complete -c decent -n "__fish_decent_using_subcommand beacon; and not __fish_seen_subcommand_from verify show round new sign join seal open draw sortition randao help" -f -a "join" -d 'Parts of members joined to the beacon of their round'
complete -c decent -n "__fish_decent_using_subcommand beacon; and not __fish_seen_subcommand_from verify show round new sign join seal open draw sortition randao help" -f -a "seal" -d 'Encrypt until a round is there'
complete -c decent -n "__fish_decent_using_subcommand beacon; and not __fish_seen_subcommand_from verify show round new sign join seal open draw sortition randao help" -f -a "open" -d 'Decrypt what was sealed until a round'
complete -c decent -n "__fish_decent_using_subcommand beacon; and not __fish_seen_subcommand_from verify show round new sign join seal open draw sortition randao help" -f -a "draw" -d 'Lots that a round to come decides'
complete -c decent -n "__fish_decent_using_subcommand beacon; and not __fish_seen_subcommand_from verify show round new sign join seal open draw sortition randao help" -f -a "sortition" -d 'How much of a stake is drawn'
complete -c decent -n "__fish_decent_using_subcommand beacon; and not __fish_seen_subcommand_from verify show round new sign join seal open draw sortition randao help" -f -a "randao" -d 'Randomness by commitments that are revealed later'
complete -c decent -n "__fish_decent_using_subcommand beacon; and not __fish_seen_subcommand_from verify show round new sign join seal open draw sortition randao help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from verify" -l chain -d 'Whose beacons: a chain that is known by name or hash, or a file with its information' -r -F
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from verify" -l round -d 'Only the beacon of this round, which must be there' -r
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from verify" -l behind -d 'The last round must be at most so many rounds behind the one that is due' -r
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from verify" -l at -d 'The time at which it is due, instead of now' -r
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from verify" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from verify" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from verify" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from verify" -l contiguous -d 'Each round must follow the one before it, by number and by previous signature'
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from verify" -l one-by-one -d 'A pairing for each beacon, and not two for a whole window of them'
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from verify" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from verify" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from verify" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from verify" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from verify" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from show" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from show" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from show" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from show" -l known -d 'The chains that are known by name, a line each'
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from show" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from show" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from round" -l chain -d 'Whose rounds: a chain that is known by name or hash, or a file with its information' -r -F
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from round" -l at -d 'The last round that is due at this time, instead of now' -r
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from round" -l time-of -d 'When this round is due' -r
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from round" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from round" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from round" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from round" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from round" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from round" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from round" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from round" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from new" -l group -d 'The group that makes it, as `threshold new` writes it' -r -F
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from new" -l scheme -d 'How it signs; the group must be on the curve for it' -r -f -a "pedersen-bls-chained\t'Each signature covers the one before; keys in G1 (the curve bls12-381-g1)'
pedersen-bls-unchained\t'Signatures cover the round alone; keys in G1 (the curve bls12-381-g1)'
bls-unchained-on-g1\t'The same with keys in G2 and short signatures, under the other group\'s domain'
bls-unchained-g1-rfc9380\t'The same under the domain of RFC 9380, as quicknet has it (the curve bls12-381-g2)'"
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from new" -l period -d 'How long from round to round, in whole seconds: 3s, 30s, 1m' -r
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from new" -l genesis -d 'When round 1 is due' -r
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from new" -l id -d 'Its name among chains' -r
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from new" -s o -l output -d 'Write to FILE, whole or not at all; `-` is standard output' -r -F
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from new" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from new" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from new" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from new" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from new" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from new" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from new" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from new" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from sign" -l chain -d 'The information of the chain, as `beacon new` writes it' -r -F
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from sign" -l share -d 'The member\'s share, as `threshold new` writes it' -r -F
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from sign" -l round -d 'The round' -r
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from sign" -l group -d 'The group, where its shares were refreshed or dealt to others since the chain was made' -r -F
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from sign" -l previous -d 'The beacon of the round before, which a chained chain signs from round 2 on: a file that has it, or, for round 2, the signature in hex' -r -F
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from sign" -s o -l output -d 'Write to FILE, whole or not at all; `-` is standard output' -r -F
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from sign" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from sign" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from sign" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from sign" -l early -d 'Also a round that is not due yet: t members who do so know its randomness before all others'
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from sign" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from sign" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from sign" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from sign" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from sign" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from join" -l chain -d 'The information of the chain, as `beacon new` writes it' -r -F
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from join" -l group -d 'The group, as it is now' -r -F
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from join" -s o -l output -d 'Write to FILE, whole or not at all; `-` is standard output' -r -F
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from join" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from join" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from join" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from join" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from join" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from join" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from join" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from join" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from seal" -l chain -d 'Whose round: a chain that is known by name or hash, or a file with its information' -r -F
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from seal" -l round -d 'The round' -r
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from seal" -l time -d 'The first round that is due at this time or after it' -r
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from seal" -l in -d 'The first round that is due so long from now, or later: 36h, 7d' -r
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from seal" -s o -l output -d 'Write to FILE, whole or not at all; `-` is standard output' -r -F
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from seal" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from seal" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from seal" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from seal" -l past -d 'Also a round that is there already'
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from seal" -s a -l armor -d 'Write letters instead of bytes, for mail'
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from seal" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from seal" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from seal" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from seal" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from seal" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from open" -l beacon -d 'The beacon of the round, in JSON; there may be others in the file' -r -F
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from open" -l chain -d 'The chain, where the file\'s is none that is known: a file with its information' -r -F
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from open" -s o -l output -d 'Write to FILE, whole or not at all; `-` is standard output' -r -F
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from open" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from open" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from open" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from open" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from open" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from open" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from open" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from open" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from draw" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from draw" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from draw" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from draw" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from draw" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from draw" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from draw" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from draw" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from draw" -f -a "commit" -d 'Bind a pool and a round, before the round is there'
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from draw" -f -a "run" -d 'Draw, once the round is there'
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from draw" -f -a "verify" -d 'Whether a result is the one that was drawn'
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from draw" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from sortition" -l key -d 'The key of ed25519: the secret one to draw, the public one to check what somebody drew' -r -F
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from sortition" -l passphrase-file -d 'The passphrase of the key is the first line of FILE; /dev/fd/3 is descriptor 3. Without it a terminal is asked' -r -F
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from sortition" -l proof -d 'The proof of who drew, as 160 hex digits or a file that begins with them' -r -F
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from sortition" -l stake -d 'Units of stake that the key holds, 100000 at most: the time grows with the square, and so many can take minutes' -r
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from sortition" -l total -d 'Units that all hold together' -r
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from sortition" -l expected -d 'How many units are to be drawn on the average' -r
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from sortition" -l suite -d 'How the input becomes a point' -r -f -a "tai\t'Hashes are tried until one is a point; the time that takes tells something of the input'
ell2\t'Elligator 2, in constant time'"
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from sortition" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from sortition" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from sortition" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from sortition" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from sortition" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from sortition" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from sortition" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from sortition" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from randao" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from randao" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from randao" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from randao" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from randao" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from randao" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from randao" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from randao" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from randao" -f -a "commit" -d 'What a secret is bound by'
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from randao" -f -a "reveal" -d 'The secret, when all have committed'
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from randao" -f -a "mix" -d 'The randomness of all secrets together'
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from randao" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from help" -f -a "verify" -d 'Whether beacons are their chain\'s'
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from help" -f -a "show" -d 'What a chain says of itself'
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from help" -f -a "round" -d 'Which round is due when'
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from help" -f -a "new" -d 'A chain that a group of one\'s own is to make'
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from help" -f -a "sign" -d 'A member\'s part of the signature of a round'
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from help" -f -a "join" -d 'Parts of members joined to the beacon of their round'
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from help" -f -a "seal" -d 'Encrypt until a round is there'
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from help" -f -a "open" -d 'Decrypt what was sealed until a round'
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from help" -f -a "draw" -d 'Lots that a round to come decides'
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from help" -f -a "sortition" -d 'How much of a stake is drawn'
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from help" -f -a "randao" -d 'Randomness by commitments that are revealed later'
complete -c decent -n "__fish_decent_using_subcommand beacon; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c decent -n "__fish_decent_using_subcommand note; and not __fish_seen_subcommand_from sign verify show key help" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand note; and not __fish_seen_subcommand_from sign verify show key help" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand note; and not __fish_seen_subcommand_from sign verify show key help" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand note; and not __fish_seen_subcommand_from sign verify show key help" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand note; and not __fish_seen_subcommand_from sign verify show key help" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand note; and not __fish_seen_subcommand_from sign verify show key help" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand note; and not __fish_seen_subcommand_from sign verify show key help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand note; and not __fish_seen_subcommand_from sign verify show key help" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand note; and not __fish_seen_subcommand_from sign verify show key help" -f -a "sign" -d 'A signature under a text, or a witness\'s under a head'
complete -c decent -n "__fish_decent_using_subcommand note; and not __fish_seen_subcommand_from sign verify show key help" -f -a "verify" -d 'Whether trusted keys signed, and whether a log holds an entry'
complete -c decent -n "__fish_decent_using_subcommand note; and not __fish_seen_subcommand_from sign verify show key help" -f -a "show" -d 'What a note says of itself'
complete -c decent -n "__fish_decent_using_subcommand note; and not __fish_seen_subcommand_from sign verify show key help" -f -a "key" -d 'The line by which verifiers know a key'
complete -c decent -n "__fish_decent_using_subcommand note; and not __fish_seen_subcommand_from sign verify show key help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c decent -n "__fish_decent_using_subcommand note; and __fish_seen_subcommand_from sign" -l key -d 'The secret key of ed25519, in any form, or as Go\'s package writes it (PRIVATE+KEY+..)' -r -F
complete -c decent -n "__fish_decent_using_subcommand note; and __fish_seen_subcommand_from sign" -l name -d 'The name of the key, without spaces and plus signs; one in Go\'s form has its own' -r
complete -c decent -n "__fish_decent_using_subcommand note; and __fish_seen_subcommand_from sign" -l passphrase-file -d 'The passphrase of the key is the first line of FILE; /dev/fd/3 is descriptor 3. Without it a terminal is asked' -r -F
complete -c decent -n "__fish_decent_using_subcommand note; and __fish_seen_subcommand_from sign" -l at -d 'What a cosignature says is now' -r
complete -c decent -n "__fish_decent_using_subcommand note; and __fish_seen_subcommand_from sign" -l log -d 'A key of the log, as a line (NAME+HEX+BASE64) or a file of lines, one of which must have signed before; the log is to have its name, or the one of --origin' -r -F
complete -c decent -n "__fish_decent_using_subcommand note; and __fish_seen_subcommand_from sign" -l origin -d 'The name of the log, which stands in the first line of its checkpoints' -r
complete -c decent -n "__fish_decent_using_subcommand note; and __fish_seen_subcommand_from sign" -l state -d 'What was seen before, which grows by this head: cosigns no earlier head than the newest, no other of the same size, and a later one only with a proof that the log grew' -r -F
complete -c decent -n "__fish_decent_using_subcommand note; and __fish_seen_subcommand_from sign" -s o -l output -d 'Write to FILE, whole or not at all; `-` is standard output' -r -F
complete -c decent -n "__fish_decent_using_subcommand note; and __fish_seen_subcommand_from sign" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand note; and __fish_seen_subcommand_from sign" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand note; and __fish_seen_subcommand_from sign" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand note; and __fish_seen_subcommand_from sign" -l cosign -d 'Cosign a checkpoint, as a witness does: the time is signed too'
complete -c decent -n "__fish_decent_using_subcommand note; and __fish_seen_subcommand_from sign" -l text -d 'The whole file is text, even where it looks signed'
complete -c decent -n "__fish_decent_using_subcommand note; and __fish_seen_subcommand_from sign" -l line -d 'Write the new line alone, as a witness answers'
complete -c decent -n "__fish_decent_using_subcommand note; and __fish_seen_subcommand_from sign" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand note; and __fish_seen_subcommand_from sign" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand note; and __fish_seen_subcommand_from sign" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand note; and __fish_seen_subcommand_from sign" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand note; and __fish_seen_subcommand_from sign" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand note; and __fish_seen_subcommand_from verify" -l key -d 'A key that is trusted, as a line (NAME+HEX+BASE64) or a file of lines, of which those of types that are not known here are passed over; may be given again' -r -F
complete -c decent -n "__fish_decent_using_subcommand note; and __fish_seen_subcommand_from verify" -l min -d 'So many different keys must have signed; one under two names counts once' -r
complete -c decent -n "__fish_decent_using_subcommand note; and __fish_seen_subcommand_from verify" -l origin -d 'The log that the head must be of, as its first line has it' -r
complete -c decent -n "__fish_decent_using_subcommand note; and __fish_seen_subcommand_from verify" -l max-age -d 'Count only cosignatures that are no older than this, and not of the future' -r
complete -c decent -n "__fish_decent_using_subcommand note; and __fish_seen_subcommand_from verify" -l at -d 'What is now' -r
complete -c decent -n "__fish_decent_using_subcommand note; and __fish_seen_subcommand_from verify" -l entry -d 'The entry that a proof is to prove' -r -F
complete -c decent -n "__fish_decent_using_subcommand note; and __fish_seen_subcommand_from verify" -s o -l output -d 'Write the text to FILE, once it is known who signed it; `-` is standard output' -r -F
complete -c decent -n "__fish_decent_using_subcommand note; and __fish_seen_subcommand_from verify" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand note; and __fish_seen_subcommand_from verify" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand note; and __fish_seen_subcommand_from verify" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand note; and __fish_seen_subcommand_from verify" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand note; and __fish_seen_subcommand_from verify" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand note; and __fish_seen_subcommand_from verify" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand note; and __fish_seen_subcommand_from verify" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand note; and __fish_seen_subcommand_from verify" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand note; and __fish_seen_subcommand_from show" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand note; and __fish_seen_subcommand_from show" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand note; and __fish_seen_subcommand_from show" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand note; and __fish_seen_subcommand_from show" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand note; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand note; and __fish_seen_subcommand_from show" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand note; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand note; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand note; and __fish_seen_subcommand_from key" -l name -d 'The name of the key, without spaces and plus signs' -r
complete -c decent -n "__fish_decent_using_subcommand note; and __fish_seen_subcommand_from key" -l passphrase-file -d 'The passphrase of the key is the first line of FILE; /dev/fd/3 is descriptor 3. Without it a terminal is asked' -r -F
complete -c decent -n "__fish_decent_using_subcommand note; and __fish_seen_subcommand_from key" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand note; and __fish_seen_subcommand_from key" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand note; and __fish_seen_subcommand_from key" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand note; and __fish_seen_subcommand_from key" -l cosign -d 'The key signs the heads of others, with the time: a witness'
complete -c decent -n "__fish_decent_using_subcommand note; and __fish_seen_subcommand_from key" -l member -d 'The key as cosigner of the skipchains whose roster it is in: named by itself'
complete -c decent -n "__fish_decent_using_subcommand note; and __fish_seen_subcommand_from key" -l public-hex -d '64 hex digits are a public key, not a secret one'
complete -c decent -n "__fish_decent_using_subcommand note; and __fish_seen_subcommand_from key" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand note; and __fish_seen_subcommand_from key" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand note; and __fish_seen_subcommand_from key" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand note; and __fish_seen_subcommand_from key" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand note; and __fish_seen_subcommand_from key" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand note; and __fish_seen_subcommand_from help" -f -a "sign" -d 'A signature under a text, or a witness\'s under a head'
complete -c decent -n "__fish_decent_using_subcommand note; and __fish_seen_subcommand_from help" -f -a "verify" -d 'Whether trusted keys signed, and whether a log holds an entry'
complete -c decent -n "__fish_decent_using_subcommand note; and __fish_seen_subcommand_from help" -f -a "show" -d 'What a note says of itself'
complete -c decent -n "__fish_decent_using_subcommand note; and __fish_seen_subcommand_from help" -f -a "key" -d 'The line by which verifiers know a key'
complete -c decent -n "__fish_decent_using_subcommand note; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c decent -n "__fish_decent_using_subcommand vrf; and not __fish_seen_subcommand_from prove verify help" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand vrf; and not __fish_seen_subcommand_from prove verify help" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand vrf; and not __fish_seen_subcommand_from prove verify help" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand vrf; and not __fish_seen_subcommand_from prove verify help" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand vrf; and not __fish_seen_subcommand_from prove verify help" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand vrf; and not __fish_seen_subcommand_from prove verify help" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand vrf; and not __fish_seen_subcommand_from prove verify help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand vrf; and not __fish_seen_subcommand_from prove verify help" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand vrf; and not __fish_seen_subcommand_from prove verify help" -f -a "prove" -d 'The output of a key for an input, with its proof'
complete -c decent -n "__fish_decent_using_subcommand vrf; and not __fish_seen_subcommand_from prove verify help" -f -a "verify" -d 'Whether a proof holds, and the output that it proves'
complete -c decent -n "__fish_decent_using_subcommand vrf; and not __fish_seen_subcommand_from prove verify help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c decent -n "__fish_decent_using_subcommand vrf; and __fish_seen_subcommand_from prove" -l key -d 'The secret key of ed25519, in any form' -r -F
complete -c decent -n "__fish_decent_using_subcommand vrf; and __fish_seen_subcommand_from prove" -l passphrase-file -d 'The passphrase of the key is the first line of FILE; /dev/fd/3 is descriptor 3. Without it a terminal is asked' -r -F
complete -c decent -n "__fish_decent_using_subcommand vrf; and __fish_seen_subcommand_from prove" -l suite -d 'How the input becomes a point' -r -f -a "tai\t'Hashes are tried until one is a point; the time that takes tells something of the input'
ell2\t'Elligator 2, in constant time'"
complete -c decent -n "__fish_decent_using_subcommand vrf; and __fish_seen_subcommand_from prove" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand vrf; and __fish_seen_subcommand_from prove" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand vrf; and __fish_seen_subcommand_from prove" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand vrf; and __fish_seen_subcommand_from prove" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand vrf; and __fish_seen_subcommand_from prove" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand vrf; and __fish_seen_subcommand_from prove" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand vrf; and __fish_seen_subcommand_from prove" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand vrf; and __fish_seen_subcommand_from prove" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand vrf; and __fish_seen_subcommand_from verify" -l key -d 'The public key of ed25519, in any form' -r -F
complete -c decent -n "__fish_decent_using_subcommand vrf; and __fish_seen_subcommand_from verify" -l proof -d 'The proof: 160 hex digits, or a file that begins with them' -r -F
complete -c decent -n "__fish_decent_using_subcommand vrf; and __fish_seen_subcommand_from verify" -l suite -d 'How the input becomes a point' -r -f -a "tai\t'Hashes are tried until one is a point; the time that takes tells something of the input'
ell2\t'Elligator 2, in constant time'"
complete -c decent -n "__fish_decent_using_subcommand vrf; and __fish_seen_subcommand_from verify" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand vrf; and __fish_seen_subcommand_from verify" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand vrf; and __fish_seen_subcommand_from verify" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand vrf; and __fish_seen_subcommand_from verify" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand vrf; and __fish_seen_subcommand_from verify" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand vrf; and __fish_seen_subcommand_from verify" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand vrf; and __fish_seen_subcommand_from verify" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand vrf; and __fish_seen_subcommand_from verify" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand vrf; and __fish_seen_subcommand_from help" -f -a "prove" -d 'The output of a key for an input, with its proof'
complete -c decent -n "__fish_decent_using_subcommand vrf; and __fish_seen_subcommand_from help" -f -a "verify" -d 'Whether a proof holds, and the output that it proves'
complete -c decent -n "__fish_decent_using_subcommand vrf; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and not __fish_seen_subcommand_from new add list show cat path fsck link cosign join prove verify follow diff checkpoint help" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand skipchain; and not __fish_seen_subcommand_from new add list show cat path fsck link cosign join prove verify follow diff checkpoint help" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand skipchain; and not __fish_seen_subcommand_from new add list show cat path fsck link cosign join prove verify follow diff checkpoint help" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand skipchain; and not __fish_seen_subcommand_from new add list show cat path fsck link cosign join prove verify follow diff checkpoint help" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and not __fish_seen_subcommand_from new add list show cat path fsck link cosign join prove verify follow diff checkpoint help" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and not __fish_seen_subcommand_from new add list show cat path fsck link cosign join prove verify follow diff checkpoint help" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and not __fish_seen_subcommand_from new add list show cat path fsck link cosign join prove verify follow diff checkpoint help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and not __fish_seen_subcommand_from new add list show cat path fsck link cosign join prove verify follow diff checkpoint help" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and not __fish_seen_subcommand_from new add list show cat path fsck link cosign join prove verify follow diff checkpoint help" -f -a "new" -d 'A chain of one block'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and not __fish_seen_subcommand_from new add list show cat path fsck link cosign join prove verify follow diff checkpoint help" -f -a "add" -d 'Blocks at the end of a chain'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and not __fish_seen_subcommand_from new add list show cat path fsck link cosign join prove verify follow diff checkpoint help" -f -a "list" -d 'The blocks of a chain'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and not __fish_seen_subcommand_from new add list show cat path fsck link cosign join prove verify follow diff checkpoint help" -f -a "show" -d 'What a chain or a block of it says'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and not __fish_seen_subcommand_from new add list show cat path fsck link cosign join prove verify follow diff checkpoint help" -f -a "cat" -d 'The payload of a block'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and not __fish_seen_subcommand_from new add list show cat path fsck link cosign join prove verify follow diff checkpoint help" -f -a "path" -d 'The shortest way between two blocks'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and not __fish_seen_subcommand_from new add list show cat path fsck link cosign join prove verify follow diff checkpoint help" -f -a "fsck" -d 'Whether all of a chain is right'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and not __fish_seen_subcommand_from new add list show cat path fsck link cosign join prove verify follow diff checkpoint help" -f -a "link" -d 'Requests for the links that are to be signed'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and not __fish_seen_subcommand_from new add list show cat path fsck link cosign join prove verify follow diff checkpoint help" -f -a "cosign" -d 'A member\'s signatures of links'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and not __fish_seen_subcommand_from new add list show cat path fsck link cosign join prove verify follow diff checkpoint help" -f -a "join" -d 'Members\' signatures become links'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and not __fish_seen_subcommand_from new add list show cat path fsck link cosign join prove verify follow diff checkpoint help" -f -a "prove" -d 'That a block is of a chain, in one file'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and not __fish_seen_subcommand_from new add list show cat path fsck link cosign join prove verify follow diff checkpoint help" -f -a "verify" -d 'Whether a proof holds'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and not __fish_seen_subcommand_from new add list show cat path fsck link cosign join prove verify follow diff checkpoint help" -f -a "follow" -d 'The newest head that was proven, remembered'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and not __fish_seen_subcommand_from new add list show cat path fsck link cosign join prove verify follow diff checkpoint help" -f -a "diff" -d 'Where two copies of a chain part'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and not __fish_seen_subcommand_from new add list show cat path fsck link cosign join prove verify follow diff checkpoint help" -f -a "checkpoint" -d 'The head of a chain, for members and witnesses to sign'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and not __fish_seen_subcommand_from new add list show cat path fsck link cosign join prove verify follow diff checkpoint help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from new" -l roster -d 'Who signs for the blocks (`decent roster new`)' -r -F
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from new" -l base -d 'Blocks that a link of one level spans: so many of the level below; 2 to 255' -r
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from new" -l height -d 'Levels of links at most; 1 to 32' -r
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from new" -l time -d 'The time of block 0, RFC 3339 or seconds since 1970; without it now' -r
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from new" -l seed -d 'The 64 hex digits that tell the chain from all others; without it random ones' -r
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from new" -s o -l output -d 'Write to FILE, whole or not at all; `-` is standard output' -r -F
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from new" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from new" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from new" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from new" -l force -d 'Replace a chain that is there'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from new" -l unsafe-threshold -d 'Take a roster whose quorums may share no honest member'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from new" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from new" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from new" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from new" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from new" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from add" -l roster -d 'Who signs from these blocks on; without a FILE the block has no payload' -r -F
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from add" -l time -d 'The time of the blocks, RFC 3339 or seconds since 1970; without it now, and never before the last block' -r
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from add" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from add" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from add" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from add" -l lines -d 'Each line is the payload of a block, without its newline'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from add" -l unsafe-threshold -d 'Take a roster whose quorums may share no honest member'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from add" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from add" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from add" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from list" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from list" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from list" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from list" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from list" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from show" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from show" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from show" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from show" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from show" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from cat" -s o -l output -d 'Write to FILE, whole or not at all; `-` is standard output' -r -F
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from cat" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from cat" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from cat" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from cat" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from cat" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from cat" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from cat" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from cat" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from path" -l base -d 'Without a chain: the base of one' -r
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from path" -l height -d 'Without a chain: the height of one' -r
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from path" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from path" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from path" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from path" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from path" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from path" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from path" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from path" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from fsck" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from fsck" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from fsck" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from fsck" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from fsck" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from fsck" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from fsck" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from fsck" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from link" -l from -d 'The link from this block alone' -r
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from link" -l to -d 'The block that it leads to' -r
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from link" -s o -l output -d 'Write to FILE, whole or not at all; `-` is standard output' -r -F
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from link" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from link" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from link" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from link" -l missing -d 'Every link that is not made yet; what is done without --from and --to'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from link" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from link" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from link" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from link" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from link" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from cosign" -l key -d 'The member\'s secret key' -r -F
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from cosign" -l type -d 'What sort of key hex digits are' -r -f -a "ed25519\t'Signatures, and files sealed to it'
secp256k1\t'Signatures of Bitcoin, and agreement'
x25519\t'Agreement, and files sealed to it'
bls12-381\t'Signatures that add up'"
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from cosign" -l passphrase-file -d 'The passphrase of the key is the first line of FILE; /dev/fd/3 is descriptor 3. Without it a terminal is asked' -r -F
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from cosign" -l chain -d 'The member\'s own copy of the chain: what does not fit it is not signed' -r -F
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from cosign" -l state -d 'What was signed for before, which grows by this: of each number of a chain one block, and only copies that go on from the newest. Always give the same file with a key' -r -F
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from cosign" -s o -l output -d 'Write to FILE, whole or not at all; `-` is standard output' -r -F
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from cosign" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from cosign" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from cosign" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from cosign" -l blind -d 'Sign whatever is asked for, without a copy of the chain to hold it against'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from cosign" -l unsafe-threshold -d 'Take a roster whose quorums may share no honest member'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from cosign" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from cosign" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from cosign" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from cosign" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from cosign" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from join" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from join" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from join" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from join" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from join" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from join" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from join" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from join" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from prove" -l from -d 'The block that whoever verifies trusts: its number or its hash' -r
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from prove" -l to -d 'The block that is to be proven, before or behind it' -r
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from prove" -l style -d 'How a block before another is proven' -r -f -a "skip\t'Back over the links of the skip list'
merkle\t'Back by a path in the tree over all earlier blocks'
min\t'Whichever is smaller'"
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from prove" -l format -d 'The form of the proof' -r -f -a "binary\t'Bytes'
json\t'The same in JSON'"
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from prove" -s o -l output -d 'Write to FILE, whole or not at all; `-` is standard output' -r -F
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from prove" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from prove" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from prove" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from prove" -l size -d 'Print how many bytes the proof has, and nothing of it'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from prove" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from prove" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from prove" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from prove" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from prove" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from verify" -l trust -d 'The block that is trusted: its hash, a file that begins with it, or a chain, for its first block. Evidence must be of the chain of that first block, where it is given' -r
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from verify" -l state -d 'What was seen before, which grows by this head, and from whose heads proofs may begin' -r -F
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from verify" -l evidence -d 'Where evidence of two blocks of one number goes; without, S.evidence' -r -F
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from verify" -l max-age -d 'The head must not be older than this, nor two minutes ahead: 30d, 36h' -r
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from verify" -l at -d 'What is now' -r
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from verify" -l max-turnover -d 'No more of the committee may be exchanged, from the trusted block on, with --state from the first that was: of what came, what left and how far the quorum fell, the greatest counts' -r
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from verify" -l payload -d 'FILE must be the payload of the proven block' -r -F
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from verify" -l roster -d 'Who signed what evidence says, a roster that is trusted; may be given again' -r -F
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from verify" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from verify" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from verify" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from verify" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from verify" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from verify" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from verify" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from verify" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from follow" -l state -d 'What was seen, which grows; the first time it is made' -r -F
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from follow" -l trust -d 'The block that is trusted the first time: its hash, a file that begins with it, or a chain, for its first block' -r
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from follow" -l evidence -d 'Where evidence of two blocks of one number goes; without, S.evidence' -r -F
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from follow" -l max-age -d 'The head must not be older than this, nor two minutes ahead: 30d, 36h' -r
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from follow" -l at -d 'What is now' -r
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from follow" -l max-turnover -d 'No more of the committee may be exchanged, from the trusted block on, with --state from the first that was: of what came, what left and how far the quorum fell, the greatest counts' -r
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from follow" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from follow" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from follow" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from follow" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from follow" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from follow" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from follow" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from follow" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from diff" -s o -l output -d 'Where the evidence of a fork goes: two signed links that can\'t both be' -r -F
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from diff" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from diff" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from diff" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from diff" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from diff" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from diff" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from diff" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from diff" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from checkpoint" -l key -d 'A member\'s secret key of ed25519: sign the head' -r -F
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from checkpoint" -l passphrase-file -d 'The passphrase of the key is the first line of FILE; /dev/fd/3 is descriptor 3. Without it a terminal is asked' -r -F
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from checkpoint" -l at -d 'When it is signed; without, now' -r
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from checkpoint" -l state -d 'What was signed before, which grows by this head: signs no earlier head than the newest, no other of the same size, and a later one only where this chain continues the one that was signed' -r -F
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from checkpoint" -l with -d 'The head that others signed, whose lines are taken over; may be given again' -r -F
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from checkpoint" -l witness -d 'A witness whose line is kept, as a line (NAME+HEX+BASE64) or a file of lines; may be given again' -r -F
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from checkpoint" -l old -d 'Write what a witness is asked that knows the first N blocks: `old N`, a proof, the head' -r
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from checkpoint" -s o -l output -d 'Write to FILE, whole or not at all; `-` is standard output' -r -F
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from checkpoint" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from checkpoint" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from checkpoint" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from checkpoint" -l store -d 'Keep it in the chain, once a quorum of the roster signed'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from checkpoint" -l kept -d 'The head that is kept in the chain, not its newest one'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from checkpoint" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from checkpoint" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from checkpoint" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from checkpoint" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from checkpoint" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from help" -f -a "new" -d 'A chain of one block'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from help" -f -a "add" -d 'Blocks at the end of a chain'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from help" -f -a "list" -d 'The blocks of a chain'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from help" -f -a "show" -d 'What a chain or a block of it says'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from help" -f -a "cat" -d 'The payload of a block'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from help" -f -a "path" -d 'The shortest way between two blocks'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from help" -f -a "fsck" -d 'Whether all of a chain is right'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from help" -f -a "link" -d 'Requests for the links that are to be signed'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from help" -f -a "cosign" -d 'A member\'s signatures of links'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from help" -f -a "join" -d 'Members\' signatures become links'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from help" -f -a "prove" -d 'That a block is of a chain, in one file'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from help" -f -a "verify" -d 'Whether a proof holds'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from help" -f -a "follow" -d 'The newest head that was proven, remembered'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from help" -f -a "diff" -d 'Where two copies of a chain part'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from help" -f -a "checkpoint" -d 'The head of a chain, for members and witnesses to sign'
complete -c decent -n "__fish_decent_using_subcommand skipchain; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c decent -n "__fish_decent_using_subcommand roster; and not __fish_seen_subcommand_from new show verify diff help" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand roster; and not __fish_seen_subcommand_from new show verify diff help" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand roster; and not __fish_seen_subcommand_from new show verify diff help" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand roster; and not __fish_seen_subcommand_from new show verify diff help" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand roster; and not __fish_seen_subcommand_from new show verify diff help" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand roster; and not __fish_seen_subcommand_from new show verify diff help" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand roster; and not __fish_seen_subcommand_from new show verify diff help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand roster; and not __fish_seen_subcommand_from new show verify diff help" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand roster; and not __fish_seen_subcommand_from new show verify diff help" -f -a "new" -d 'Members and their keys, and how many must sign'
complete -c decent -n "__fish_decent_using_subcommand roster; and not __fish_seen_subcommand_from new show verify diff help" -f -a "show" -d 'What a roster says'
complete -c decent -n "__fish_decent_using_subcommand roster; and not __fish_seen_subcommand_from new show verify diff help" -f -a "verify" -d 'Whether a roster can be trusted to say one thing'
complete -c decent -n "__fish_decent_using_subcommand roster; and not __fish_seen_subcommand_from new show verify diff help" -f -a "diff" -d 'How much of a committee is exchanged'
complete -c decent -n "__fish_decent_using_subcommand roster; and not __fish_seen_subcommand_from new show verify diff help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c decent -n "__fish_decent_using_subcommand roster; and __fish_seen_subcommand_from new" -l threshold -d 'How many must sign, by weight; without, n - floor((n - 1) / 3)' -r
complete -c decent -n "__fish_decent_using_subcommand roster; and __fish_seen_subcommand_from new" -l from-headers -d 'The members are the last winners of a chain of block headers, whose Merkle root, as it is shown, is the winner\'s Ed25519 key' -r -F
complete -c decent -n "__fish_decent_using_subcommand roster; and __fish_seen_subcommand_from new" -l window -d 'How many headers' -r
complete -c decent -n "__fish_decent_using_subcommand roster; and __fish_seen_subcommand_from new" -s o -l output -d 'Write to FILE, whole or not at all; `-` is standard output' -r -F
complete -c decent -n "__fish_decent_using_subcommand roster; and __fish_seen_subcommand_from new" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand roster; and __fish_seen_subcommand_from new" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand roster; and __fish_seen_subcommand_from new" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand roster; and __fish_seen_subcommand_from new" -l unsafe-threshold -d 'Take a threshold with which two blocks of one number could both be signed'
complete -c decent -n "__fish_decent_using_subcommand roster; and __fish_seen_subcommand_from new" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand roster; and __fish_seen_subcommand_from new" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand roster; and __fish_seen_subcommand_from new" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand roster; and __fish_seen_subcommand_from new" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand roster; and __fish_seen_subcommand_from new" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand roster; and __fish_seen_subcommand_from show" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand roster; and __fish_seen_subcommand_from show" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand roster; and __fish_seen_subcommand_from show" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand roster; and __fish_seen_subcommand_from show" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand roster; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand roster; and __fish_seen_subcommand_from show" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand roster; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand roster; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand roster; and __fish_seen_subcommand_from verify" -l hash -d 'The hash that it must have' -r
complete -c decent -n "__fish_decent_using_subcommand roster; and __fish_seen_subcommand_from verify" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand roster; and __fish_seen_subcommand_from verify" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand roster; and __fish_seen_subcommand_from verify" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand roster; and __fish_seen_subcommand_from verify" -l unsafe-threshold -d 'Take a threshold with which two blocks of one number could both be signed'
complete -c decent -n "__fish_decent_using_subcommand roster; and __fish_seen_subcommand_from verify" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand roster; and __fish_seen_subcommand_from verify" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand roster; and __fish_seen_subcommand_from verify" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand roster; and __fish_seen_subcommand_from verify" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand roster; and __fish_seen_subcommand_from verify" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand roster; and __fish_seen_subcommand_from diff" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand roster; and __fish_seen_subcommand_from diff" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand roster; and __fish_seen_subcommand_from diff" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand roster; and __fish_seen_subcommand_from diff" -l json -d 'Report as JSON Lines'
complete -c decent -n "__fish_decent_using_subcommand roster; and __fish_seen_subcommand_from diff" -s q -l quiet -d 'Say nothing on standard error but errors'
complete -c decent -n "__fish_decent_using_subcommand roster; and __fish_seen_subcommand_from diff" -l no-names -d 'Print values alone, without names'
complete -c decent -n "__fish_decent_using_subcommand roster; and __fish_seen_subcommand_from diff" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c decent -n "__fish_decent_using_subcommand roster; and __fish_seen_subcommand_from diff" -s V -l version -d 'Print version'
complete -c decent -n "__fish_decent_using_subcommand roster; and __fish_seen_subcommand_from help" -f -a "new" -d 'Members and their keys, and how many must sign'
complete -c decent -n "__fish_decent_using_subcommand roster; and __fish_seen_subcommand_from help" -f -a "show" -d 'What a roster says'
complete -c decent -n "__fish_decent_using_subcommand roster; and __fish_seen_subcommand_from help" -f -a "verify" -d 'Whether a roster can be trusted to say one thing'
complete -c decent -n "__fish_decent_using_subcommand roster; and __fish_seen_subcommand_from help" -f -a "diff" -d 'How much of a committee is exchanged'
complete -c decent -n "__fish_decent_using_subcommand roster; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
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
complete -c decent -n "__fish_decent_using_subcommand learn" -l answer -d 'Whether X is the answer to the exercise: 0 yes, 1 no' -r
complete -c decent -n "__fish_decent_using_subcommand learn" -l explain -d 'Narrate each step with its real values, on standard error' -r -f -a "brief\t'The first steps, the last, and those that matter'
all\t'Every step'
secrets\t'Secret values too'"
complete -c decent -n "__fish_decent_using_subcommand learn" -l color -d 'When to color' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand learn" -l progress -d 'When to show progress' -r -f -a "auto\t''
always\t''
never\t''"
complete -c decent -n "__fish_decent_using_subcommand learn" -l exercise -d 'Show the exercise alone'
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
complete -c decent -n "__fish_decent_using_subcommand help; and not __fish_seen_subcommand_from merkle gcounter pncounter register orset seq clock quorum phi manifest torrent cid car dag ipns pow block spv finality key sig shamir threshold frost beacon note vrf skipchain roster inspect learn tour why completions generate help" -f -a "merkle" -d 'Merkle trees over files: roots, proofs, verified streaming'
complete -c decent -n "__fish_decent_using_subcommand help; and not __fish_seen_subcommand_from merkle gcounter pncounter register orset seq clock quorum phi manifest torrent cid car dag ipns pow block spv finality key sig shamir threshold frost beacon note vrf skipchain roster inspect learn tour why completions generate help" -f -a "gcounter" -d 'Counters that many replicas raise, and that merge in any order'
complete -c decent -n "__fish_decent_using_subcommand help; and not __fish_seen_subcommand_from merkle gcounter pncounter register orset seq clock quorum phi manifest torrent cid car dag ipns pow block spv finality key sig shamir threshold frost beacon note vrf skipchain roster inspect learn tour why completions generate help" -f -a "pncounter" -d 'Counters that rise and fall, on many replicas'
complete -c decent -n "__fish_decent_using_subcommand help; and not __fish_seen_subcommand_from merkle gcounter pncounter register orset seq clock quorum phi manifest torrent cid car dag ipns pow block spv finality key sig shamir threshold frost beacon note vrf skipchain roster inspect learn tour why completions generate help" -f -a "register" -d 'Values that many replicas overwrite: the last one, or all'
complete -c decent -n "__fish_decent_using_subcommand help; and not __fish_seen_subcommand_from merkle gcounter pncounter register orset seq clock quorum phi manifest torrent cid car dag ipns pow block spv finality key sig shamir threshold frost beacon note vrf skipchain roster inspect learn tour why completions generate help" -f -a "orset" -d 'Sets that many replicas add to and remove from'
complete -c decent -n "__fish_decent_using_subcommand help; and not __fish_seen_subcommand_from merkle gcounter pncounter register orset seq clock quorum phi manifest torrent cid car dag ipns pow block spv finality key sig shamir threshold frost beacon note vrf skipchain roster inspect learn tour why completions generate help" -f -a "seq" -d 'Lists and texts that many replicas edit'
complete -c decent -n "__fish_decent_using_subcommand help; and not __fish_seen_subcommand_from merkle gcounter pncounter register orset seq clock quorum phi manifest torrent cid car dag ipns pow block spv finality key sig shamir threshold frost beacon note vrf skipchain roster inspect learn tour why completions generate help" -f -a "clock" -d 'Logical clocks over event logs: who can have known of what'
complete -c decent -n "__fish_decent_using_subcommand help; and not __fish_seen_subcommand_from merkle gcounter pncounter register orset seq clock quorum phi manifest torrent cid car dag ipns pow block spv finality key sig shamir threshold frost beacon note vrf skipchain roster inspect learn tour why completions generate help" -f -a "quorum" -d 'How many of how many must agree'
complete -c decent -n "__fish_decent_using_subcommand help; and not __fish_seen_subcommand_from merkle gcounter pncounter register orset seq clock quorum phi manifest torrent cid car dag ipns pow block spv finality key sig shamir threshold frost beacon note vrf skipchain roster inspect learn tour why completions generate help" -f -a "phi" -d 'How much a silent node is to be suspected'
complete -c decent -n "__fish_decent_using_subcommand help; and not __fish_seen_subcommand_from merkle gcounter pncounter register orset seq clock quorum phi manifest torrent cid car dag ipns pow block spv finality key sig shamir threshold frost beacon note vrf skipchain roster inspect learn tour why completions generate help" -f -a "manifest" -d 'Lists of files with their digests: made, verified, compared'
complete -c decent -n "__fish_decent_using_subcommand help; and not __fish_seen_subcommand_from merkle gcounter pncounter register orset seq clock quorum phi manifest torrent cid car dag ipns pow block spv finality key sig shamir threshold frost beacon note vrf skipchain roster inspect learn tour why completions generate help" -f -a "torrent" -d 'Torrents: made, read, checked, changed'
complete -c decent -n "__fish_decent_using_subcommand help; and not __fish_seen_subcommand_from merkle gcounter pncounter register orset seq clock quorum phi manifest torrent cid car dag ipns pow block spv finality key sig shamir threshold frost beacon note vrf skipchain roster inspect learn tour why completions generate help" -f -a "cid" -d 'Content IDs of files and folders: found, checked, taken apart'
complete -c decent -n "__fish_decent_using_subcommand help; and not __fish_seen_subcommand_from merkle gcounter pncounter register orset seq clock quorum phi manifest torrent cid car dag ipns pow block spv finality key sig shamir threshold frost beacon note vrf skipchain roster inspect learn tour why completions generate help" -f -a "car" -d 'Archives of blocks: made, checked, cut, unpacked'
complete -c decent -n "__fish_decent_using_subcommand help; and not __fish_seen_subcommand_from merkle gcounter pncounter register orset seq clock quorum phi manifest torrent cid car dag ipns pow block spv finality key sig shamir threshold frost beacon note vrf skipchain roster inspect learn tour why completions generate help" -f -a "dag" -d 'Graphs of blocks: shown, walked, and a history of versions kept in them'
complete -c decent -n "__fish_decent_using_subcommand help; and not __fish_seen_subcommand_from merkle gcounter pncounter register orset seq clock quorum phi manifest torrent cid car dag ipns pow block spv finality key sig shamir threshold frost beacon note vrf skipchain roster inspect learn tour why completions generate help" -f -a "ipns" -d 'Names that stay while what they point at changes: signed, and valid for a time'
complete -c decent -n "__fish_decent_using_subcommand help; and not __fish_seen_subcommand_from merkle gcounter pncounter register orset seq clock quorum phi manifest torrent cid car dag ipns pow block spv finality key sig shamir threshold frost beacon note vrf skipchain roster inspect learn tour why completions generate help" -f -a "pow" -d 'Proof of work: puzzles that cost time to solve and none to check'
complete -c decent -n "__fish_decent_using_subcommand help; and not __fish_seen_subcommand_from merkle gcounter pncounter register orset seq clock quorum phi manifest torrent cid car dag ipns pow block spv finality key sig shamir threshold frost beacon note vrf skipchain roster inspect learn tour why completions generate help" -f -a "block" -d 'Block headers and chains of them, Bitcoin\'s or one\'s own'
complete -c decent -n "__fish_decent_using_subcommand help; and not __fish_seen_subcommand_from merkle gcounter pncounter register orset seq clock quorum phi manifest torrent cid car dag ipns pow block spv finality key sig shamir threshold frost beacon note vrf skipchain roster inspect learn tour why completions generate help" -f -a "spv" -d 'Proofs that a transaction stands in a block'
complete -c decent -n "__fish_decent_using_subcommand help; and not __fish_seen_subcommand_from merkle gcounter pncounter register orset seq clock quorum phi manifest torrent cid car dag ipns pow block spv finality key sig shamir threshold frost beacon note vrf skipchain roster inspect learn tour why completions generate help" -f -a "finality" -d 'How likely a block is undone, or a committee taken over'
complete -c decent -n "__fish_decent_using_subcommand help; and not __fish_seen_subcommand_from merkle gcounter pncounter register orset seq clock quorum phi manifest torrent cid car dag ipns pow block spv finality key sig shamir threshold frost beacon note vrf skipchain roster inspect learn tour why completions generate help" -f -a "key" -d 'Keys: made, shown, converted; secrets agreed on, files sealed to keys'
complete -c decent -n "__fish_decent_using_subcommand help; and not __fish_seen_subcommand_from merkle gcounter pncounter register orset seq clock quorum phi manifest torrent cid car dag ipns pow block spv finality key sig shamir threshold frost beacon note vrf skipchain roster inspect learn tour why completions generate help" -f -a "sig" -d 'Signatures that minisign, signify, ssh-keygen and openssl take'
complete -c decent -n "__fish_decent_using_subcommand help; and not __fish_seen_subcommand_from merkle gcounter pncounter register orset seq clock quorum phi manifest torrent cid car dag ipns pow block spv finality key sig shamir threshold frost beacon note vrf skipchain roster inspect learn tour why completions generate help" -f -a "shamir" -d 'Secrets split into shares of which a few rebuild them'
complete -c decent -n "__fish_decent_using_subcommand help; and not __fish_seen_subcommand_from merkle gcounter pncounter register orset seq clock quorum phi manifest torrent cid car dag ipns pow block spv finality key sig shamir threshold frost beacon note vrf skipchain roster inspect learn tour why completions generate help" -f -a "threshold" -d 'Keys that several hold together, of whom any T can act'
complete -c decent -n "__fish_decent_using_subcommand help; and not __fish_seen_subcommand_from merkle gcounter pncounter register orset seq clock quorum phi manifest torrent cid car dag ipns pow block spv finality key sig shamir threshold frost beacon note vrf skipchain roster inspect learn tour why completions generate help" -f -a "frost" -d 'Signatures that some of a group make together, and that any verifier takes'
complete -c decent -n "__fish_decent_using_subcommand help; and not __fish_seen_subcommand_from merkle gcounter pncounter register orset seq clock quorum phi manifest torrent cid car dag ipns pow block spv finality key sig shamir threshold frost beacon note vrf skipchain roster inspect learn tour why completions generate help" -f -a "beacon" -d 'Public randomness: the beacons of drand, checked by the million'
complete -c decent -n "__fish_decent_using_subcommand help; and not __fish_seen_subcommand_from merkle gcounter pncounter register orset seq clock quorum phi manifest torrent cid car dag ipns pow block spv finality key sig shamir threshold frost beacon note vrf skipchain roster inspect learn tour why completions generate help" -f -a "note" -d 'Texts and heads of logs that keys sign, and that witnesses cosign'
complete -c decent -n "__fish_decent_using_subcommand help; and not __fish_seen_subcommand_from merkle gcounter pncounter register orset seq clock quorum phi manifest torrent cid car dag ipns pow block spv finality key sig shamir threshold frost beacon note vrf skipchain roster inspect learn tour why completions generate help" -f -a "vrf" -d 'Random outputs that a key gives, and proofs of them'
complete -c decent -n "__fish_decent_using_subcommand help; and not __fish_seen_subcommand_from merkle gcounter pncounter register orset seq clock quorum phi manifest torrent cid car dag ipns pow block spv finality key sig shamir threshold frost beacon note vrf skipchain roster inspect learn tour why completions generate help" -f -a "skipchain" -d 'Chains of blocks that are crossed in a few hops, either way, from a file'
complete -c decent -n "__fish_decent_using_subcommand help; and not __fish_seen_subcommand_from merkle gcounter pncounter register orset seq clock quorum phi manifest torrent cid car dag ipns pow block spv finality key sig shamir threshold frost beacon note vrf skipchain roster inspect learn tour why completions generate help" -f -a "roster" -d 'Who signs for the blocks of a skipchain'
complete -c decent -n "__fish_decent_using_subcommand help; and not __fish_seen_subcommand_from merkle gcounter pncounter register orset seq clock quorum phi manifest torrent cid car dag ipns pow block spv finality key sig shamir threshold frost beacon note vrf skipchain roster inspect learn tour why completions generate help" -f -a "inspect" -d 'What a file is, and the command that checks it'
complete -c decent -n "__fish_decent_using_subcommand help; and not __fish_seen_subcommand_from merkle gcounter pncounter register orset seq clock quorum phi manifest torrent cid car dag ipns pow block spv finality key sig shamir threshold frost beacon note vrf skipchain roster inspect learn tour why completions generate help" -f -a "learn" -d 'Lessons made of commands that really run'
complete -c decent -n "__fish_decent_using_subcommand help; and not __fish_seen_subcommand_from merkle gcounter pncounter register orset seq clock quorum phi manifest torrent cid car dag ipns pow block spv finality key sig shamir threshold frost beacon note vrf skipchain roster inspect learn tour why completions generate help" -f -a "tour" -d 'The whole job once, on a real file'
complete -c decent -n "__fish_decent_using_subcommand help; and not __fish_seen_subcommand_from merkle gcounter pncounter register orset seq clock quorum phi manifest torrent cid car dag ipns pow block spv finality key sig shamir threshold frost beacon note vrf skipchain roster inspect learn tour why completions generate help" -f -a "why" -d 'The page of an error'
complete -c decent -n "__fish_decent_using_subcommand help; and not __fish_seen_subcommand_from merkle gcounter pncounter register orset seq clock quorum phi manifest torrent cid car dag ipns pow block spv finality key sig shamir threshold frost beacon note vrf skipchain roster inspect learn tour why completions generate help" -f -a "completions" -d 'Completions for a shell'
complete -c decent -n "__fish_decent_using_subcommand help; and not __fish_seen_subcommand_from merkle gcounter pncounter register orset seq clock quorum phi manifest torrent cid car dag ipns pow block spv finality key sig shamir threshold frost beacon note vrf skipchain roster inspect learn tour why completions generate help" -f -a "generate" -d 'Man pages and completions, into a folder'
complete -c decent -n "__fish_decent_using_subcommand help; and not __fish_seen_subcommand_from merkle gcounter pncounter register orset seq clock quorum phi manifest torrent cid car dag ipns pow block spv finality key sig shamir threshold frost beacon note vrf skipchain roster inspect learn tour why completions generate help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from merkle" -f -a "root" -d 'The root of files, pipes and lists'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from merkle" -f -a "list" -d 'The nodes of a tree, level by level'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from merkle" -f -a "new" -d 'The tree of a file, as a file'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from merkle" -f -a "prove" -d 'Proofs of chunks, of byte ranges, of growth'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from merkle" -f -a "verify" -d 'Check data against a root, by a proof or a tree'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from merkle" -f -a "diff" -d 'The byte ranges in which a copy differs'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from merkle" -f -a "audit" -d 'The chunks to ask for, to audit who stores a file'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from gcounter" -f -a "new" -d 'A counter at nothing'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from gcounter" -f -a "add" -d 'Count at one\'s own replica'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from gcounter" -f -a "merge" -d 'Many states become one'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from gcounter" -f -a "show" -d 'The value of states'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from gcounter" -f -a "delta" -d 'What one state lacks of another'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from gcounter" -f -a "verify" -d 'Whether a merge keeps the laws'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from pncounter" -f -a "new" -d 'A counter at nothing'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from pncounter" -f -a "add" -d 'Count up or down at one\'s own replica'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from pncounter" -f -a "merge" -d 'Many states become one'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from pncounter" -f -a "show" -d 'The value of states'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from pncounter" -f -a "delta" -d 'What one state lacks of another'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from pncounter" -f -a "verify" -d 'Whether a merge keeps the laws'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from register" -f -a "new" -d 'A register that nobody wrote to'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from register" -f -a "add" -d 'Write a value at one\'s own replica'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from register" -f -a "merge" -d 'Many states become one'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from register" -f -a "show" -d 'The value of states, or the values'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from register" -f -a "delta" -d 'What one state lacks of another'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from register" -f -a "verify" -d 'Whether a merge keeps the laws'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from orset" -f -a "new" -d 'An empty set'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from orset" -f -a "add" -d 'Put an element in'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from orset" -f -a "remove" -d 'Take an element out'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from orset" -f -a "merge" -d 'Many states become one'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from orset" -f -a "show" -d 'The elements of states'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from orset" -f -a "delta" -d 'What one state lacks of another'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from orset" -f -a "verify" -d 'Whether a merge keeps the laws'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from seq" -f -a "new" -d 'An empty list'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from seq" -f -a "edit" -d 'Insert or delete at one\'s own replica'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from seq" -f -a "merge" -d 'Many states become one'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from seq" -f -a "show" -d 'The text of states, or their items'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from seq" -f -a "delta" -d 'What one state lacks of another'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from seq" -f -a "verify" -d 'Whether a merge keeps the laws'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from clock" -f -a "stamp" -d 'Clocks for the events of a log'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from clock" -f -a "verify" -d 'Whether the clocks of a log can have come about'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from clock" -f -a "show" -d 'What a log holds, in numbers'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from clock" -f -a "order" -d 'Which of two events came before the other'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from clock" -f -a "list" -d 'What came before an event, after it, or neither'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from clock" -f -a "merge" -d 'Many logs of one execution become one, causes first'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from clock" -f -a "draw" -d 'A space-time diagram in the terminal'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from manifest" -f -a "new" -d 'A list of files and folders'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from manifest" -f -a "verify" -d 'Check files against a list'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from manifest" -f -a "diff" -d 'What changed between two lists'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from torrent" -f -a "new" -d 'A torrent of a file, a folder or a stream'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from torrent" -f -a "show" -d 'What a torrent says'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from torrent" -f -a "list" -d 'The files of a torrent'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from torrent" -f -a "infohash" -d 'The hashes that name torrents'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from torrent" -f -a "verify" -d 'Check data against a torrent'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from torrent" -f -a "magnet" -d 'Magnet links, made and read'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from torrent" -f -a "lint" -d 'What other programs would stumble over'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from torrent" -f -a "diff" -d 'What two torrents do not share'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from torrent" -f -a "edit" -d 'Change trackers, names and words'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from torrent" -f -a "convert" -d 'Give an old torrent a version 2 part, from its data'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from torrent" -f -a "match" -d 'Find the data of a torrent in folders'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from torrent" -f -a "repair" -d 'Make data whole from another copy'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from cid" -f -a "new" -d 'The IDs of files, streams and folders'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from cid" -f -a "verify" -d 'Whether content is what an ID names'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from cid" -f -a "show" -d 'What an ID says'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from cid" -f -a "convert" -d 'The same block in another version or base'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from car" -f -a "new" -d 'An archive of files and folders'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from car" -f -a "list" -d 'What is in an archive'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from car" -f -a "verify" -d 'Whether an archive is what it says'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from car" -f -a "cat" -d 'The bytes of a file in an archive'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from car" -f -a "get" -d 'Unpack an archive'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from car" -f -a "split" -d 'The part that proves a path or a range'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from car" -f -a "merge" -d 'Many archives become one'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from car" -f -a "index" -d 'Where the blocks of an archive begin'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from car" -f -a "show" -d 'What an archive says of itself'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from dag" -f -a "show" -d 'A block as text, or in another codec'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from dag" -f -a "list" -d 'What is below a version, a folder or a block'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from dag" -f -a "diff" -d 'What changed between two versions'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from dag" -f -a "commit" -d 'A version of a folder'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from dag" -f -a "log" -d 'Versions, newest first'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from dag" -f -a "checkout" -d 'A version into a folder'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from dag" -f -a "merge-base" -d 'The last version that two have in common'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from dag" -f -a "merge" -d 'Two versions become one'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from ipns" -f -a "name" -d 'The name of a key'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from ipns" -f -a "sign" -d 'A record that points from a name at content'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from ipns" -f -a "verify" -d 'Whether a record is of a name, and still holds'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from ipns" -f -a "show" -d 'What a record says'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from ipns" -f -a "select" -d 'The newest of several records'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from ipns" -f -a "resolve" -d 'A name followed to content, over records in a folder'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from ipns" -f -a "renew" -d 'The same value once more, with a later end'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from pow" -f -a "mine" -d 'The nonce that solves a puzzle'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from pow" -f -a "verify" -d 'Whether a nonce solves a puzzle'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from pow" -f -a "stamp" -d 'Stamps of hashcash'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from pow" -f -a "check" -d 'Whether stamps are good, and not spent'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from pow" -f -a "collide" -d 'Two inputs whose digests begin alike'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from pow" -f -a "bench" -d 'What a difficulty costs on this machine'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from block" -f -a "new" -d 'A header to mine'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from block" -f -a "mine" -d 'The nonce that makes a header good'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from block" -f -a "show" -d 'Headers, field by field'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from block" -f -a "verify" -d 'Check a chain of headers against its network\'s rules'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from block" -f -a "tips" -d 'Which branch wins, and the way to it'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from block" -f -a "target" -d 'What compact bits and targets stand for'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from block" -f -a "retarget" -d 'The bits that the next header must have'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from spv" -f -a "new" -d 'The Merkle root of a block or a list of ids'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from spv" -f -a "prove" -d 'A proof that transactions are in a block'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from spv" -f -a "verify" -d 'Check a proof, and say what it assumes'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from spv" -f -a "show" -d 'What a proof says of itself'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from key" -f -a "new" -d 'A new key'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from key" -f -a "show" -d 'What a key is, without its secret'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from key" -f -a "convert" -d 'A key in another form'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from key" -f -a "agree" -d 'The secret that two keys agree on'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from key" -f -a "seal" -d 'Encrypt to public keys'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from key" -f -a "open" -d 'Decrypt what was sealed to a key'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from key" -f -a "recover" -d 'Private keys out of signatures that share a nonce'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from key" -f -a "toy" -d 'A curve small enough to see'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from sig" -f -a "sign" -d 'A signature on a file or a stream'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from sig" -f -a "verify" -d 'Whether signatures are of this file, and by these keys'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from sig" -f -a "show" -d 'What a signature says of itself'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from shamir" -f -a "split" -d 'A secret into shares'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from shamir" -f -a "join" -d 'Shares back to the secret'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from shamir" -f -a "verify" -d 'Whether shares are whole, and fit each other'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from shamir" -f -a "show" -d 'What shares say of themselves'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from shamir" -f -a "refresh" -d 'New shares of the same secret, for the same holders'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from shamir" -f -a "reshare" -d 'New shares of the same secret, for others'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from shamir" -f -a "convert" -d 'Shares in the format of another program'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from threshold" -f -a "new" -d 'A key dealt to a group'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from threshold" -f -a "sign" -d 'A member\'s part of a signature'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from threshold" -f -a "join" -d 'Members\' parts made one signature, or opening a file'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from threshold" -f -a "verify" -d 'Check a signature against the group\'s key'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from threshold" -f -a "encrypt" -d 'A file that any T members open'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from threshold" -f -a "decrypt" -d 'A member\'s part of opening a file'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from threshold" -f -a "refresh" -d 'New shares for the same members'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from threshold" -f -a "reshare" -d 'The same key among other members'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from threshold" -f -a "dkg" -d 'A group\'s key made by its members, without a dealer'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from frost" -f -a "new" -d 'A key of which each member has a share'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from frost" -f -a "commit" -d 'A member\'s nonces, and commitments to them'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from frost" -f -a "sign" -d 'A member\'s part of a signature'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from frost" -f -a "join" -d 'The parts of all who sign become a signature'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from beacon" -f -a "verify" -d 'Whether beacons are their chain\'s'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from beacon" -f -a "show" -d 'What a chain says of itself'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from beacon" -f -a "round" -d 'Which round is due when'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from beacon" -f -a "new" -d 'A chain that a group of one\'s own is to make'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from beacon" -f -a "sign" -d 'A member\'s part of the signature of a round'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from beacon" -f -a "join" -d 'Parts of members joined to the beacon of their round'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from beacon" -f -a "seal" -d 'Encrypt until a round is there'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from beacon" -f -a "open" -d 'Decrypt what was sealed until a round'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from beacon" -f -a "draw" -d 'Lots that a round to come decides'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from beacon" -f -a "sortition" -d 'How much of a stake is drawn'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from beacon" -f -a "randao" -d 'Randomness by commitments that are revealed later'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from note" -f -a "sign" -d 'A signature under a text, or a witness\'s under a head'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from note" -f -a "verify" -d 'Whether trusted keys signed, and whether a log holds an entry'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from note" -f -a "show" -d 'What a note says of itself'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from note" -f -a "key" -d 'The line by which verifiers know a key'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from vrf" -f -a "prove" -d 'The output of a key for an input, with its proof'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from vrf" -f -a "verify" -d 'Whether a proof holds, and the output that it proves'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from skipchain" -f -a "new" -d 'A chain of one block'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from skipchain" -f -a "add" -d 'Blocks at the end of a chain'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from skipchain" -f -a "list" -d 'The blocks of a chain'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from skipchain" -f -a "show" -d 'What a chain or a block of it says'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from skipchain" -f -a "cat" -d 'The payload of a block'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from skipchain" -f -a "path" -d 'The shortest way between two blocks'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from skipchain" -f -a "fsck" -d 'Whether all of a chain is right'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from skipchain" -f -a "link" -d 'Requests for the links that are to be signed'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from skipchain" -f -a "cosign" -d 'A member\'s signatures of links'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from skipchain" -f -a "join" -d 'Members\' signatures become links'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from skipchain" -f -a "prove" -d 'That a block is of a chain, in one file'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from skipchain" -f -a "verify" -d 'Whether a proof holds'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from skipchain" -f -a "follow" -d 'The newest head that was proven, remembered'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from skipchain" -f -a "diff" -d 'Where two copies of a chain part'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from skipchain" -f -a "checkpoint" -d 'The head of a chain, for members and witnesses to sign'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from roster" -f -a "new" -d 'Members and their keys, and how many must sign'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from roster" -f -a "show" -d 'What a roster says'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from roster" -f -a "verify" -d 'Whether a roster can be trusted to say one thing'
complete -c decent -n "__fish_decent_using_subcommand help; and __fish_seen_subcommand_from roster" -f -a "diff" -d 'How much of a committee is exchanged'
