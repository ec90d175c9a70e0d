#!/bin/sh
# Run by Trunk when all files of the page are there: writes the build's number into the service worker.
set -eu
# A page that is being worked on is not kept for offline reading, and its service worker stays as it is.
[ "$TRUNK_PROFILE" = release ] || exit 0
cd "$TRUNK_STAGING_DIR"
number=$(cat ./*.html ./*.css ./*.js ./*.wasm ./*.webmanifest articles/* | cksum | cut -d ' ' -f 1)
sed "s/newsgist-0/newsgist-$number/" sw.js > sw.js.stamped
mv sw.js.stamped sw.js
