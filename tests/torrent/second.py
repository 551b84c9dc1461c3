"""libtorrent as a second opinion: makes torrents, and rechecks data against them.

second.py make VERSION PIECE PATH OUT     v1, v2 or hybrid; prints the infohashes
second.py recheck FOLDER TORRENT...       prints pieces that are right, of how many
second.py root FILE                       the root of a file in a version 2 torrent
"""
import os
import sys
import tempfile
import time

import libtorrent as lt


def make(version, piece, path):
    flags = {"v1": lt.create_torrent.v1_only, "v2": lt.create_torrent.v2_only, "hybrid": 0}[version]
    files = lt.file_storage()
    lt.add_files(files, path)
    creator = lt.create_torrent(files, int(piece), flags)
    lt.set_piece_hashes(creator, os.path.dirname(os.path.abspath(path)))
    return creator.generate()


def hashes(info):
    both = info.info_hashes()
    if both.has_v1():
        yield "v1:%s" % both.v1
    if both.has_v2():
        yield "v2:%s" % both.v2


def recheck(folder, torrent):
    session = lt.session({"listen_interfaces": "127.0.0.1:0", "enable_dht": False, "enable_lsd": False,
                          "enable_upnp": False, "enable_natpmp": False, "alert_mask": 0})
    params = lt.add_torrent_params()
    params.ti = lt.torrent_info(torrent)
    params.save_path = folder
    handle = session.add_torrent(params)
    ended = (lt.torrent_status.seeding, lt.torrent_status.finished, lt.torrent_status.downloading)
    for _ in range(600):
        if handle.status().state in ended or handle.status().errc.value():
            break
        time.sleep(0.05)
    status = handle.status(flags=0xFFFFFFFF)
    if status.errc.value():
        return "error: " + status.errc.message()
    return "%d of %d" % (sum(status.pieces), len(status.pieces))


def root(file):
    encoded = make("v2", 16384, file)
    with tempfile.NamedTemporaryFile() as written:
        written.write(lt.bencode(encoded))
        written.flush()
        return lt.torrent_info(written.name).files().root(0)


def main(verb, *words):
    if verb == "make":
        version, piece, path, out = words
        encoded = lt.bencode(make(version, piece, path))
        with open(out, "wb") as written:
            written.write(encoded)
        for line in hashes(lt.torrent_info(out)):
            print(line)
    elif verb == "recheck":
        for torrent in words[1:]:
            print(recheck(words[0], torrent))
    elif verb == "root":
        print(root(words[0]))


main(*sys.argv[1:])
