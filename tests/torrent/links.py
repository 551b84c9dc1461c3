"""libtorrent as a second opinion on what a torrent or a link says.

links.py magnet URI        infohashes, name, trackers, seeds, peers, wanted files, a line each
links.py link TORRENT      the link that libtorrent makes
links.py show TORRENT      infohashes, name, comment, trackers, seeds, a line each
"""
import sys

import libtorrent as lt


def hashes(both):
    if both.has_v1():
        print("v1:%s" % both.v1)
    if both.has_v2():
        print("v2:%s" % both.v2)


def main(verb, word):
    if verb == "magnet":
        params = lt.parse_magnet_uri(word)
        hashes(params.info_hashes)
        print(params.name, *params.trackers, *params.url_seeds)
        print(sorted(params.peers), [at for at, wish in enumerate(params.file_priorities) if wish])
    elif verb == "link":
        print(lt.make_magnet_uri(lt.torrent_info(word)))
    elif verb == "show":
        info = lt.torrent_info(word)
        hashes(info.info_hashes())
        print(info.name(), info.comment(), *(tracker.url for tracker in info.trackers()))
        print(*(seed["url"] for seed in info.web_seeds()))


main(*sys.argv[1:])
