// A power cut: after a kill, every file of the browser's database is cut back to what the browser had flushed to the disk. A small
// library that is loaded into the browser notes the size of a file each time it is flushed. Only for files that grow at their end, as
// those of LevelDB do.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const source = `
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Whether it is a file of IndexedDB; its path. */
static int is_ours(int fd, char path[4096]) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, 4095);
  if (length < 0) return 0;
  path[length] = 0;
  return strstr(path, "IndexedDB") != NULL;
}

/* Appends "<size> <path>" to the file that MILIEU_SYNC_LOG names. */
static void note(const char *path, long long size_before) {
  char line[4200];
  const char *log = getenv("MILIEU_SYNC_LOG");
  if (!log || size_before < 0) return;
  int out = open(log, O_WRONLY | O_APPEND | O_CREAT, 0600);
  if (out < 0) return;
  int size = snprintf(line, sizeof line, "%lld %s\\n", size_before, path);
  if (write(out, line, size) < 0) { /* the cut will be harder than it was */ }
  close(out);
}

/* What is written while a flush runs may not be flushed: the size before it counts. */
static long long size_of(int fd) {
  struct stat st;
  return fstat(fd, &st) == 0 ? (long long)st.st_size : -1;
}
static int flush(int fd, const char *name) {
  int (*real)(int) = dlsym(RTLD_NEXT, name);
  char path[4096];
  if (!is_ours(fd, path)) return real(fd);
  const char *slow = getenv("MILIEU_SYNC_MS");
  if (slow) usleep(atoi(slow) * 1000);
  long long size = size_of(fd);
  int result = real(fd);
  if (result == 0) note(path, size);
  return result;
}

int fsync(int fd) { return flush(fd, "fsync"); }
int fdatasync(int fd) { return flush(fd, "fdatasync"); }
`;

const hasCompiler = (): boolean => process.platform === 'linux' && spawnSync('cc', ['--version']).status === 0;

let library: string | undefined;
function build(): string {
  const folder = mkdtempSync(join(tmpdir(), 'power-cut-'));
  writeFileSync(join(folder, 'notes.c'), source);
  const file = join(folder, 'notes.so');
  const { status, stderr } = spawnSync('cc', ['-shared', '-fPIC', '-O1', '-o', file, join(folder, 'notes.c'), '-ldl'], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return file;
}

/** The newest size at which each file was flushed. */
function flushed(log: string): ReadonlyMap<string, number> {
  if (!existsSync(log)) return new Map();
  const lines = readFileSync(log, 'utf8').split('\n').filter(Boolean);
  return new Map(lines.map((line) => [line.slice(line.indexOf(' ') + 1), Number.parseInt(line, 10)]));
}

/** @param flushMs ms that each flush of the database takes longer, as on a slow disk */
export function powerCut(flushMs?: number): { readonly env: Readonly<Record<string, string>>; forgetUnsynced(profile: string): void } {
  library ??= build();
  const log = join(mkdtempSync(join(tmpdir(), 'power-cut-')), 'flushed');
  return {
    env: { LD_PRELOAD: library, MILIEU_SYNC_LOG: log, ...(flushMs === undefined ? {} : { MILIEU_SYNC_MS: String(flushMs) }) },
    forgetUnsynced(profile) {
      const sizes = flushed(log);
      if (sizes.size === 0) throw new Error('The browser flushed nothing: the library was not loaded.');
      const files = readdirSync(profile, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
      for (const entry of files) {
        const path = join(entry.parentPath, entry.name);
        if (!/indexeddb\.leveldb/.test(path) || !/\.(log|ldb)$|^MANIFEST/.test(entry.name)) continue;
        const kept = sizes.get(path) ?? 0;
        if (statSync(path).size > kept) truncateSync(path, kept);
      }
    },
  };
}
powerCut.unavailable = (): string | undefined => (hasCompiler() ? undefined : 'it needs Linux and a C compiler');
