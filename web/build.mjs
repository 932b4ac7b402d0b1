// Bundle src/webgl.js into one script, with the licences of what it holds at its head.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const licence = (name) => {
  const folder = join(here, "node_modules", name);
  const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = ["LICENSE.txt", "LICENSE", "LICENSE.md"].map((each) => join(folder, each)).find((each) => {
    try { return readFileSync(each); } catch { return false; }
  });
  return `${name} ${version}\n\n${readFileSync(file, "utf8").trim().replaceAll("*/", "* /")}`;
};

await build({
  entryPoints: [join(here, "src", "webgl.js")],
  outfile: process.argv[2],
  bundle: true,
  minify: true,
  format: "iife",
  globalName: "webgl",
  target: "es2022",
  charset: "utf8",
  legalComments: "none",
  banner: { js: `/*! This script holds:\n\n${["sigma", "graphology", "events"].map(licence).join("\n\n")}\n*/` },
});
