"""swh.model as a second opinion: the SWHID of files and folders, a line each."""
import os
import sys

from swh.model.from_disk import Content, Directory

for path in sys.argv[1:]:
    kind = Directory if os.path.isdir(path) else Content
    if kind is Directory:
        print(Directory.from_disk(path=os.fsencode(path), max_content_length=None).swhid())
    else:
        print(Content.from_file(path=os.fsencode(path), max_content_length=None).swhid())
