import { groupName, personName } from '../authorName.ts';
import type { Draft } from '../draft.ts';
import type { Format } from '../format.ts';
import { cutElements } from '../records/cutElements.ts';
import { find, findAll, textAt, textOf } from '../xml/find.ts';
import { readXml, type XmlElement } from '../xml/readXml.ts';

const SKIPPED = new Set([
  'ReferenceList',
  'GrantList',
  'ChemicalList',
  'History',
  'GeneSymbolList',
]);

const isValid = ({ attributes }: XmlElement): boolean => attributes.ValidYN !== 'N';

const authorOf = (author: XmlElement): string => {
  const family = textAt(author, 'LastName');
  if (family === null) return groupName(textAt(author, 'CollectiveName') ?? '');
  return personName({
    family,
    given: textAt(author, 'Initials') ?? textAt(author, 'ForeName'),
    suffix: textAt(author, 'Suffix'),
  });
};

/** "BACKGROUND: text", a line a part. */
const abstractOf = (article: XmlElement): string =>
  findAll(article, 'Abstract', 'AbstractText')
    .map((part) => {
      const label = part.attributes.Label ?? '';
      const isLabelled = label !== '' && label !== 'UNLABELLED';
      return `${isLabelled ? `${label}: ` : ''}${textOf(part).replaceAll('\n', ' ')}`;
    })
    .join('\n');

const yearOf = (date: XmlElement | null): string | null =>
  textAt(date, 'Year') ?? textAt(date, 'MedlineDate');

const idOf = (data: XmlElement | null, type: string): string | null => {
  const id = findAll(data, 'ArticleIdList', 'ArticleId').find(
    ({ attributes }) => attributes.IdType === type,
  );
  return id ? textOf(id) : null;
};

const doiOf = (article: XmlElement): string | null => {
  const id = findAll(article, 'ELocationID').find(
    (one) => one.attributes.EIdType === 'doi' && isValid(one),
  );
  return id ? textOf(id) : null;
};

const textsOf = (element: XmlElement | null, ...path: string[]): string[] =>
  findAll(element, ...path).map((one) => textOf(one));

const readArticle = (root: XmlElement): Draft => {
  const citation = find(root, 'MedlineCitation');
  const article = find(citation, 'Article');
  const data = find(root, 'PubmedData');
  if (citation === null || article === null) return { title: null };
  const issue = find(article, 'Journal', 'JournalIssue');
  return {
    pmid: textAt(citation, 'PMID') ?? idOf(data, 'pubmed'),
    pmcid: idOf(data, 'pmc'),
    doi: idOf(data, 'doi') ?? doiOf(article),
    title: textAt(article, 'ArticleTitle') ?? textAt(article, 'VernacularTitle'),
    abstract: abstractOf(article),
    authors: findAll(article, 'AuthorList', 'Author').filter(isValid).map(authorOf),
    journal:
      textAt(article, 'Journal', 'Title') ?? textAt(citation, 'MedlineJournalInfo', 'MedlineTA'),
    year: yearOf(find(issue, 'PubDate')) ?? yearOf(find(article, 'ArticleDate')),
    volume: textAt(issue, 'Volume'),
    issue: textAt(issue, 'Issue'),
    pages:
      textAt(article, 'Pagination', 'MedlinePgn') ?? textAt(article, 'Pagination', 'StartPage'),
    publicationTypes: textsOf(article, 'PublicationTypeList', 'PublicationType'),
    keywords: [
      ...textsOf(citation, 'KeywordList', 'Keyword'),
      ...textsOf(citation, 'MeshHeadingList', 'MeshHeading', 'DescriptorName'),
    ],
    retracted: findAll(citation, 'CommentsCorrectionsList', 'CommentsCorrections').some(
      ({ attributes }) => attributes.RefType === 'RetractionIn',
    ),
  };
};

/** A book or a chapter of one: reports of agencies are kept so. */
const readBook = (root: XmlElement): Draft => {
  const document = find(root, 'BookDocument');
  const book = find(document, 'Book');
  if (document === null) return { title: null };
  return {
    pmid: textAt(document, 'PMID'),
    doi: idOf(document, 'doi'),
    title: textAt(document, 'ArticleTitle') ?? textAt(book, 'BookTitle'),
    abstract: abstractOf(document),
    authors: findAll(document, 'AuthorList', 'Author').filter(isValid).map(authorOf),
    journal: textAt(document, 'ArticleTitle') === null ? null : textAt(book, 'BookTitle'),
    year: yearOf(find(book, 'PubDate')),
    publicationTypes: textsOf(document, 'PublicationType'),
    keywords: textsOf(document, 'KeywordList', 'Keyword'),
  };
};

/** PubMed's XML: what `efetch` gives, and the files of its baseline. */
export const pubmedXml: Format = {
  createCutter: () => cutElements(['PubmedArticle', 'PubmedBookArticle']),
  createReader: () => (text) => {
    const root = readXml(text, SKIPPED);
    return root.name === 'PubmedBookArticle' ? readBook(root) : readArticle(root);
  },
};
