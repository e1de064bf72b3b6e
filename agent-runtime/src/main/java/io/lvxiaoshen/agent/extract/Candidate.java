package io.lvxiaoshen.agent.extract;

/**
 * A unit with how well it answers.
 *
 * @param unit the unit
 * @param score higher is better; comparable within one question only
 * @param coverage weighted share of the question's terms that the unit itself holds, 0 to 1
 */
record Candidate(Unit unit, double score, double coverage) {}
