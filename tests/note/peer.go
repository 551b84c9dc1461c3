// Go's own packages for notes and logs, as a program on files: golang.org/x/mod/sumdb/note and tlog.
package main

import (
	"bytes"
	"crypto/ed25519"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func must[T any](value T, err error) T {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	return value
}

func read(name string) []byte { return must(os.ReadFile(name)) }

// hashes keeps the stored hashes of a log in memory.
type hashes []tlog.Hash

func (h hashes) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	var out []tlog.Hash
	for _, at := range indexes {
		out = append(out, h[at])
	}
	return out, nil
}

// lines are the entries of a log, one a line.
func lines(name string) (hashes, int64) { return entries(name, false) }

func entries(name string, inHex bool) (hashes, int64) {
	var all hashes
	var count int64
	for _, line := range strings.Split(strings.TrimSuffix(string(read(name)), "\n"), "\n") {
		entry := []byte(line)
		if inHex {
			entry = must(hex.DecodeString(line))
		}
		all = append(all, must(tlog.StoredHashes(count, entry, all))...)
		count++
	}
	return all, count
}

// cosigner verifies what c2sp.org/tlog-cosignature says.
type cosigner struct {
	name string
	hash uint32
	key  ed25519.PublicKey
}

func (c cosigner) Name() string    { return c.name }
func (c cosigner) KeyHash() uint32 { return c.hash }
func (c cosigner) Verify(msg, sig []byte) bool {
	if len(sig) != 72 {
		return false
	}
	head := fmt.Sprintf("cosignature/v1\ntime %d\n", binary.BigEndian.Uint64(sig))
	return ed25519.Verify(c.key, append([]byte(head), msg...), sig[8:])
}

func verifier(line string) note.Verifier {
	parts := strings.SplitN(line, "+", 3)
	bytes := must(base64.StdEncoding.DecodeString(parts[2]))
	if bytes[0] == 4 {
		hash := must(strconv.ParseUint(parts[1], 16, 32))
		return cosigner{parts[0], uint32(hash), bytes[1:]}
	}
	return must(note.NewVerifier(line))
}

func main() {
	args := os.Args[2:]
	switch os.Args[1] {
	case "vkey": // a seed in hex: the signer's line and the verifier's
		name, seed := args[0], must(hex.DecodeString(args[1]))
		key := ed25519.NewKeyFromSeed(seed)
		vkey := must(note.NewEd25519VerifierKey(name, key.Public().(ed25519.PublicKey)))
		parts := strings.SplitN(vkey, "+", 3)
		private := base64.StdEncoding.EncodeToString(append([]byte{1}, seed...))
		fmt.Printf("PRIVATE+KEY+%s+%s+%s\n%s\n", name, parts[1], private, vkey)
	case "sign": // SKEY TEXT
		signer := must(note.NewSigner(strings.TrimSpace(string(read(args[0])))))
		os.Stdout.Write(must(note.Sign(&note.Note{Text: string(read(args[1]))}, signer)))
	case "open": // NOTE VKEYS: the text, behind the names of who signed
		var known []note.Verifier
		for _, line := range strings.Fields(string(read(args[1]))) {
			known = append(known, verifier(line))
		}
		opened := must(note.Open(read(args[0]), note.VerifierList(known...)))
		for _, sig := range opened.Sigs {
			fmt.Println(sig.Name)
		}
		fmt.Print(opened.Text)
	case "head": // ORIGIN LINES: the text of a checkpoint
		all, count := lines(args[1])
		fmt.Printf("%s\n%d\n%s\n", args[0], count, must(tlog.TreeHash(count, all)))
	case "hex": // ORIGIN LINES: the same, of entries in hex
		all, count := entries(args[1], true)
		fmt.Printf("%s\n%d\n%s\n", args[0], count, must(tlog.TreeHash(count, all)))
	case "record": // LINES INDEX: the hashes of a proof
		all, count := lines(args[0])
		for _, hash := range must(tlog.ProveRecord(count, must(strconv.ParseInt(args[1], 10, 64)), all)) {
			fmt.Println(hash)
		}
	case "tree": // LINES OLD: the hashes of a proof of growth
		all, count := lines(args[0])
		for _, hash := range must(tlog.ProveTree(count, must(strconv.ParseInt(args[1], 10, 64)), all)) {
			fmt.Println(hash)
		}
	case "grown": // OLDHEAD REQUEST: whether the proof of a request holds from an older head
		old, request := strings.Split(string(read(args[0])), "\n"), read(args[1])
		first, rest, _ := bytes.Cut(request, []byte("\n\n"))
		head := strings.Split(string(rest), "\n")
		var proof tlog.TreeProof
		for _, line := range strings.Split(string(first), "\n")[1:] {
			proof = append(proof, must(tlog.ParseHash(line)))
		}
		size := func(head []string) int64 { return must(strconv.ParseInt(head[1], 10, 64)) }
		root := func(head []string) tlog.Hash { return must(tlog.ParseHash(head[2])) }
		err := tlog.CheckTree(proof, size(head), root(head), size(old), root(old))
		must(0, err)
	default:
		panic("no such verb")
	}
}
