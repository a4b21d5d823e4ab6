import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CHANGES } from '../src/core/domain/extraction.ts';
import { type ChangeModelFile, rarityOf } from '../src/core/extraction/change/changeModel.ts';
import { countStems } from './countStems.ts';
import { bestOf, crossValidate, fitSharpness } from './crossValidate.ts';
import { prepareRow } from './examples.ts';
import { fitChangeModel } from './fitChangeModel.ts';
import { packWeights } from './packWeights.ts';
import { readBench } from './readBench.ts';

/**
 * `node training/trainChange.ts DIRECTORY`: trains the model that reads how outcomes changed, on the
 * corpus.jsonl and directions-dev.jsonl of that directory, and writes models/change.json. The same
 * data give the same file. Prints what models that had not seen an article make of it.
 */
const TARGET = fileURLToPath(new URL('../models/change.json', import.meta.url));
const FOLDS = 10;
const main = (directory: string): void => {
  const bench = readBench(directory);
  const stems = countStems(bench);
  const rarity = rarityOf(bench.articles.size, stems);
  const rows = bench.rows.map((row) => prepareRow(row, bench, rarity));
  const results = crossValidate(rows, FOLDS);
  const right = results.filter(({ label, chances }) => bestOf(chances) === label).length;
  const sharpness = fitSharpness(results);
  const { words, signs, evidence } = fitChangeModel(rows);
  const file: ChangeModelFile = {
    about: 'Written by training/trainChange.ts; see README.md beside it.',
    documents: bench.articles.size,
    stems: Object.fromEntries(stems),
    evidence: evidence.map((weight) => Number(weight.toFixed(5))),
    words: packWeights(words),
    signs: packWeights(signs),
    sharpness: Number(sharpness.toFixed(2)),
  };
  writeFileSync(TARGET, `${JSON.stringify(file)}\n`);
  console.log(
    `${rows.length} rows, ${results.length} with their label in the abstract, ${CHANGES.length} labels: ${(right / results.length).toFixed(4)} right out of fold; sharpness ${sharpness.toFixed(2)}`,
  );
};

const [directory] = process.argv.slice(2);
if (directory) main(directory);
else {
  console.error('Say which directory holds corpus.jsonl and directions-dev.jsonl.');
  process.exitCode = 2;
}
