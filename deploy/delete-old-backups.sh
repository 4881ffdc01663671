#!/bin/sh
# Deletes backups older than 30 days from the folder it is given, but never the seven newest: by a clock that is wrong, all would be old at once.
set -eu
cd "$1"
ls -1t | grep '^whos-there-.*\.jsonl\.gz$' | tail -n +8 | while IFS= read -r name; do
  find "$name" -mtime +30 -delete
done
