package io.lvxiaoshen.rag.index;

/**
 * A passage that may answer.
 *
 * @param doc number of the passage in the reader that is searched
 * @param keywords its BM25 score, 0 if it holds none of the terms
 * @param similarity cosine of question and passage
 */
record Candidate(int doc, double keywords, double similarity) {}
