package io.lvxiaoshen.rag.index;

/** The rankings that a search can give. */
public enum Stage {
    /** By keywords alone. */
    BM25,
    /** By similarity of meaning alone. */
    DENSE,
    /** By both, with named articles first: what the product answers from. */
    FUSED
}
