// Judges a log that C2SP tlog-tiles describe, with the module of Go's own checksum database (golang.org/x/mod). It knows the
// public formats and nothing else of this project: what it accepts, anybody's verifier does.
//
//	verify FOLDER VERIFIER-KEY [OLDER-CHECKPOINT]
//
// It ends with 0 where it accepts the log, with 1 and a reason where it refuses.
package main

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const (
	height = 8
	width  = 1 << height
)

func main() {
	if len(os.Args) < 3 {
		fmt.Fprintln(os.Stderr, "verify FOLDER VERIFIER-KEY [OLDER-CHECKPOINT]")
		os.Exit(2)
	}
	if err := verify(os.Args[1], os.Args[2], os.Args[3:]); err != nil {
		fmt.Fprintln(os.Stderr, "refused:", err)
		os.Exit(1)
	}
	fmt.Println("accepted")
}

func verify(folder, vkey string, older []string) error {
	verifier, err := note.NewVerifier(vkey)
	if err != nil {
		return err
	}
	tree, err := readCheckpoint(filepath.Join(folder, "checkpoint"), verifier)
	if err != nil {
		return err
	}
	stored, err := hashEntries(folder, tree.N)
	if err != nil {
		return err
	}
	root, err := tlog.TreeHash(tree.N, stored)
	if err != nil {
		return err
	}
	if root != tree.Hash {
		return fmt.Errorf("the entries have the root %v", root)
	}
	if err := compareTiles(folder, tree.N, stored); err != nil {
		return err
	}
	return checkProofs(folder, tree, stored, verifier, older)
}

// readCheckpoint opens a signed note (C2SP signed-note) and reads its text (C2SP tlog-checkpoint).
func readCheckpoint(path string, verifier note.Verifier) (tlog.Tree, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return tlog.Tree{}, err
	}
	opened, err := note.Open(text, note.VerifierList(verifier))
	if err != nil {
		return tlog.Tree{}, err
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) != 4 || lines[3] != "" || lines[0] != verifier.Name() {
		return tlog.Tree{}, fmt.Errorf("no checkpoint of %s", verifier.Name())
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil {
		return tlog.Tree{}, err
	}
	hash, err := tlog.ParseHash(lines[2])
	return tlog.Tree{N: size, Hash: hash}, err
}

// storedHashes are all hashes of a tree in the order of tlog.StoredHashIndex.
type storedHashes []tlog.Hash

func (s storedHashes) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	hashes := make([]tlog.Hash, len(indexes))
	for i, index := range indexes {
		if index >= int64(len(s)) {
			return nil, fmt.Errorf("no hash %d", index)
		}
		hashes[i] = s[index]
	}
	return hashes, nil
}

// hashEntries reads every bundle and hashes every entry.
func hashEntries(folder string, size int64) (storedHashes, error) {
	var stored storedHashes
	for n := int64(0); n < size; {
		count := size - n
		if count > width {
			count = width
		}
		bundle, err := os.ReadFile(filepath.Join(folder, entriesPath(n/width, count)))
		if err != nil {
			return nil, err
		}
		for i := int64(0); i < count; i++ {
			if len(bundle) < 2 || len(bundle) < 2+int(binary.BigEndian.Uint16(bundle)) {
				return nil, fmt.Errorf("the bundle %d is too short", n/width)
			}
			length := int(binary.BigEndian.Uint16(bundle))
			hashes, err := tlog.StoredHashes(n, bundle[2:2+length], stored)
			if err != nil {
				return nil, err
			}
			stored = append(stored, hashes...)
			bundle = bundle[2+length:]
			n++
		}
		if len(bundle) > 0 {
			return nil, fmt.Errorf("the bundle before %d is too long", n)
		}
	}
	return stored, nil
}

// compareTiles makes every tile from the entries and compares it with the one that is served.
func compareTiles(folder string, size int64, stored storedHashes) error {
	for _, tile := range tlog.NewTiles(height, 0, size) {
		// The module lists every width that a partial tile ever had; the log has to have the last.
		if last := size>>(height*tile.L) - tile.N*width; tile.W < width && int64(tile.W) < last {
			continue
		}
		made, err := tlog.ReadTileData(tile, stored)
		if err != nil {
			return err
		}
		served, err := os.ReadFile(filepath.Join(folder, tilePath(tile)))
		if err != nil {
			return err
		}
		if !bytes.Equal(made, served) {
			return fmt.Errorf("%s is another tile", tilePath(tile))
		}
	}
	return nil
}

// checkProofs proves entries, and the older checkpoint if there is one, from the tiles that are served.
func checkProofs(folder string, tree tlog.Tree, stored storedHashes, verifier note.Verifier, older []string) error {
	reader := tlog.TileHashReader(tree, servedTiles(folder))
	for n := int64(0); n < tree.N; n += 1 + tree.N/100 {
		proof, err := tlog.ProveRecord(tree.N, n, reader)
		if err != nil {
			return err
		}
		if err := tlog.CheckRecord(proof, tree.N, tree.Hash, n, stored[tlog.StoredHashIndex(0, n)]); err != nil {
			return err
		}
	}
	for _, path := range older {
		before, err := readCheckpoint(path, verifier)
		if err != nil {
			return err
		}
		if before.N > tree.N {
			return fmt.Errorf("the log had %d entries already", before.N)
		}
		proof, err := tlog.ProveTree(tree.N, before.N, reader)
		if err != nil {
			return err
		}
		if err := tlog.CheckTree(proof, tree.N, tree.Hash, before.N, before.Hash); err != nil {
			return err
		}
	}
	return nil
}

// servedTiles is the folder as tlog.TileReader.
type servedTiles string

func (servedTiles) Height() int { return height }

func (servedTiles) SaveTiles([]tlog.Tile, [][]byte) {}

func (folder servedTiles) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	data := make([][]byte, len(tiles))
	for i, tile := range tiles {
		served, err := os.ReadFile(filepath.Join(string(folder), tilePath(tile)))
		if err != nil {
			// A partial tile need not be kept once the full one is there.
			full := tile
			full.W = width
			served, err = os.ReadFile(filepath.Join(string(folder), tilePath(full)))
		}
		if err != nil {
			return nil, err
		}
		if len(served) < tile.W*tlog.HashSize {
			return nil, fmt.Errorf("%s is too short", tilePath(tile))
		}
		data[i] = served[:tile.W*tlog.HashSize]
	}
	return data, nil
}

// tilePath is the path of C2SP: the module's own has the height of tiles in it, which is always 8 there.
func tilePath(tile tlog.Tile) string {
	return strings.Replace(tile.Path(), fmt.Sprintf("tile/%d/", height), "tile/", 1)
}

func entriesPath(index, count int64) string {
	path := tilePath(tlog.Tile{H: height, L: 0, N: index, W: int(count)})
	return strings.Replace(path, "tile/0/", "tile/entries/", 1)
}
