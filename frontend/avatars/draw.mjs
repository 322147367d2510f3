// Draws the faces that people choose from and the uniform's layers, from DiceBear's styles whose art is CC0.
// Deterministic: the same versions give the same files. Run by `make assets`; needs npm, running the server does not.
// node draw.mjs FOLDER writes FOLDER/faces and FOLDER/uniform.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { Avatar, Style } from "@dicebear/core";
import { optimize } from "svgo";
import { uniforms } from "./uniform.mjs";

const HERE = new URL("./", import.meta.url);
const CC0 = "https://creativecommons.org/publicdomain/zero/1.0/";

/** The two colours that a person chooses stand for themselves here: the server puts others in their place. */
export const BACK = "#cfe2ff";
export const WEAR = "#2f6fd0";
const UNIFORM_SHIRT = "#16233f"; // officers' faces without the uniform: nothing on them is anybody's to choose

const STYLES = {
  peep: { file: "open-peeps", view: [50, 56, 692, 692], precision: 0 },
  officer: { file: "open-peeps", view: [50, 56, 692, 692], precision: 0 },
  nobody: { file: "open-peeps", view: [50, 56, 692, 692], precision: 0 },
  plant: { file: "sprouts", view: [8, 8, 84, 92], precision: 1 },
};

function style(file) {
  const definition = JSON.parse(readFileSync(new URL(`../node_modules/@dicebear/styles/src/${file}.json`, HERE)));
  if (definition.meta.license.url !== CC0) throw new Error(`${file} is not CC0`);
  return new Style(definition);
}

/** What each style is told besides the recipe: nothing by chance. */
function options(kind, recipe) {
  if (kind === "plant") {
    return { patternProbability: 0, cheeksProbability: 0, animationProbability: 0, potColor: WEAR,
      backgroundColor: BACK, ...recipe };
  }
  return {
    expressionProbability: recipe.expressionVariant ? 100 : 0, maskProbability: 0, headContrastColor: "#2c1b18", clothingColor: kind === "officer" ? UNIFORM_SHIRT : WEAR,
    accessoriesProbability: recipe.accessoriesVariant ? 100 : 0,
    facialHairProbability: recipe.facialHairVariant ? 100 : 0, ...recipe,
  };
}

function face(name, recipe) {
  const kind = name.split("-")[0];
  const { file, view, precision } = STYLES[kind];
  const drawn = new Avatar(style(file), { seed: name, idRandomization: false, ...options(kind, recipe) }).toString();
  return small(drawn.replace(/viewBox="[^"]*"/, `viewBox="${square(view)}"`), precision, square(view));
}

function square([x, y, width, height]) {
  const side = Math.max(width, height);
  return [x - (side - width) / 2, y - (side - height) / 2, side, side];
}

/** Without metadata (the licence stands in frontend/licences), references inlined, numbers rounded, a background. */
function small(svg, precision, [x, y, side]) {
  const bare = svg.replace(/<metadata.*?<\/metadata>/s, "").replace(/<!--.*?-->/gs, "").replace(/ aria-hidden="true"/, "")
    .replace(/ shape-rendering="auto"/, "").replace(/<g clip-path="url\(#clip-[^"]*"/, "<g");
  const back = `<path fill="${BACK}" d="M${x} ${y}h${side}v${side}h-${side}z"/>`;
  const { data } = optimize(bare.replace(/(<svg[^>]*>)/, `$1${back}`), {
    multipass: true, floatPrecision: precision,
    plugins: [
      "removeComments", "removeMetadata", "cleanupIds",
      { name: "preset-default", params: { overrides: { convertColors: { shorthex: false, names2hex: true, shortname: false } } } },
      "reusePaths", "removeDimensions",
    ],
  });
  return `${data}\n`;
}

const recipes = JSON.parse(readFileSync(new URL("recipes.json", HERE)));
const INTO = pathToFileURL(`${process.argv[2]}/`);
for (const folder of ["faces/", "uniform/"]) mkdirSync(new URL(folder, INTO), { recursive: true });
for (const [name, recipe] of Object.entries(recipes)) writeFileSync(new URL(`faces/${name}.svg`, INTO), face(name, recipe));

for (const [name, svg] of Object.entries(uniforms(STYLES.officer.view.join(" ")))) {
  const precision = name === "photo" ? 3 : 0;
  writeFileSync(new URL(`uniform/${name}.svg`, INTO), `${optimize(svg, { multipass: true, floatPrecision: precision }).data}\n`);
}
