import { groupName, personName } from '../authorName.ts';
import type { Draft } from '../draft.ts';
import type { Format } from '../format.ts';
import { cutElements } from '../records/cutElements.ts';
import { elementsOf, find, findAll, textAt, textOf } from '../xml/find.ts';
import { readXml, type XmlElement } from '../xml/readXml.ts';

/** Nothing of a paper is told by its full text, or by what answers it. */
const SKIPPED = new Set(['body', 'back', 'floats-group', 'sub-article', 'response', 'permissions']);
const NO_TITLE = ['fn', 'xref'];
/** Abstracts of other kinds than the paper's own. */
const ITS_OWN = [undefined, 'structured', 'section', 'sections'];

const authorOf = (contributor: XmlElement): string => {
  const name = find(contributor, 'name') ?? find(contributor, 'name-alternatives', 'name');
  const family = textAt(name, 'surname');
  if (name === null || family === null)
    return groupName(
      textOf(find(contributor, 'collab'), ['contrib-group', 'fn', 'xref']) ||
        (textAt(contributor, 'string-name') ?? ''),
    );
  const given = find(name, 'given-names');
  return personName({
    family,
    given: given?.attributes.initials ?? textOf(given),
    suffix: textAt(name, 'suffix'),
  });
};

const authorsOf = (meta: XmlElement): string[] =>
  findAll(meta, 'contrib-group')
    .flatMap((group) =>
      findAll(group, 'contrib').filter(
        ({ attributes }) =>
          attributes['contrib-type'] === 'author' ||
          (attributes['contrib-type'] === undefined &&
            (group.attributes['content-type'] ?? 'author') === 'author'),
      ),
    )
    .map(authorOf);

const paragraphOf = (element: XmlElement): string =>
  elementsOf(element)
    .filter(({ name }) => name !== 'title' && name !== 'sec')
    .map((part) => textOf(part, ['fn']).replace(/\s+/g, ' '))
    .join(' ');

/** "BACKGROUND: text", a line a part. */
const abstractLines = (element: XmlElement): string[] => {
  const own = paragraphOf(element).trim();
  const parts = findAll(element, 'sec').flatMap((part) => {
    const title = (textAt(part, 'title') ?? '').replace(/[:.]$/, '').trim();
    const lines = abstractLines(part);
    const text = lines.join(' ');
    return title === '' || text === '' ? lines : [`${title.toUpperCase()}: ${text}`];
  });
  return own === '' ? parts : [own, ...parts];
};

const abstractOf = (meta: XmlElement): string => {
  const own = findAll(meta, 'abstract').find(({ attributes }) =>
    ITS_OWN.includes(attributes['abstract-type']),
  );
  return own ? abstractLines(own).join('\n') : '';
};

const idOf = (meta: XmlElement, ...types: string[]): string | null => {
  const id = findAll(meta, 'article-id').find(({ attributes }) =>
    types.includes(attributes['pub-id-type'] ?? ''),
  );
  return id ? textOf(id) : null;
};

/** The year of the issue, as a citation has it; else the earliest. */
const yearOf = (meta: XmlElement): string | null => {
  const dates = findAll(meta, 'pub-date').map((date) => ({
    kind: date.attributes['pub-type'] ?? date.attributes['date-type'] ?? '',
    year: textAt(date, 'year'),
  }));
  const ofIssue = dates.find(({ kind }) => ['ppub', 'collection'].includes(kind));
  const years = dates.flatMap(({ year }) => (year === null ? [] : [year]));
  return ofIssue?.year ?? years.sort()[0] ?? null;
};

const pagesOf = (meta: XmlElement): string | null => {
  const [first, last] = [textAt(meta, 'fpage'), textAt(meta, 'lpage')];
  if (first === null) return textAt(meta, 'elocation-id');
  return last === null || last === first ? first : `${first}-${last}`;
};

const titleOf = (meta: XmlElement): string => {
  const group = find(meta, 'title-group');
  const title = textOf(find(group, 'article-title'), NO_TITLE).trim();
  const subtitle = textOf(find(group, 'subtitle'), NO_TITLE).trim();
  return subtitle === '' ? title : `${title}${/[:?!.–-]$/.test(title) ? '' : ':'} ${subtitle}`;
};

const readArticle = (root: XmlElement): Draft => {
  const journal = find(root, 'front', 'journal-meta');
  const meta = find(root, 'front', 'article-meta');
  if (meta === null) return { title: null };
  const { 'article-type': kind = '' } = root.attributes;
  return {
    pmcid: idOf(meta, 'pmc', 'pmcid'),
    pmid: idOf(meta, 'pmid'),
    doi: idOf(meta, 'doi'),
    title: titleOf(meta),
    abstract: abstractOf(meta),
    authors: authorsOf(meta),
    journal:
      textAt(journal, 'journal-title-group', 'journal-title') ?? textAt(journal, 'journal-title'),
    year: yearOf(meta),
    volume: textAt(meta, 'volume'),
    issue: textAt(meta, 'issue'),
    pages: pagesOf(meta),
    publicationTypes: [kind],
    keywords: findAll(meta, 'kwd-group', 'kwd').map((keyword) => textOf(keyword)),
    // The article itself points to its retraction; a notice of one points to the article.
    retracted: findAll(meta, 'related-article').some(({ attributes }) =>
      ['retraction-forward', 'retracted-by'].includes(attributes['related-article-type'] ?? ''),
    ),
  };
};

/** The XML of articles in PMC (JATS, NLM), one or many in a file. */
export const jats: Format = {
  createCutter: () => cutElements(['article', '[\\w-]+:article']),
  createReader: () => (text) => readArticle(readXml(text, SKIPPED)),
};
