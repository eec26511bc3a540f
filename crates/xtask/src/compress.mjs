// Reads file names, one a line, and writes name.br and name.gz where they are smaller.
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

for (const name of readFileSync(0, "utf8").split("\n").filter(Boolean)) {
  const data = readFileSync(name);
  const brotli = brotliCompressSync(data, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_LGWIN]: 22,
      [constants.BROTLI_PARAM_SIZE_HINT]: data.length,
    },
  });
  for (const [suffix, packed] of [[".br", brotli], [".gz", gzipSync(data, { level: 9 })]]) {
    if (packed.length < data.length) writeFileSync(name + suffix, packed);
    else rmSync(name + suffix, { force: true });
  }
}
