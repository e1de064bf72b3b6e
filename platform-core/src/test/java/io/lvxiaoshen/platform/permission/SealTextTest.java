package io.lvxiaoshen.platform.permission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What a seal is made of says everything that is sealed and nothing else. */
class SealTextTest {
    private static final SetKey KEY = new SetKey(SetKey.Kind.ACCOUNT, "a");

    @Property
    void differsWhereAnythingDiffers(
            @ForAll("rows") List<List<String>> rows, @ForAll("rows") List<List<String>> others) {
        assertThat(Arrays.equals(SealText.ofSet(KEY, 1, rows), SealText.ofSet(KEY, 1, others)))
                .isEqualTo(sorted(rows).equals(sorted(others)));
        assertThat(SealText.ofSet(KEY, 1, rows)).isNotEqualTo(SealText.ofSet(KEY, 2, rows));
        assertThat(SealText.ofSet(KEY, 1, rows))
                .isNotEqualTo(SealText.ofSet(new SetKey(SetKey.Kind.ROLE, "a"), 1, rows));
    }

    @Property
    void doesNotDependOnTheOrderOfRows(@ForAll("rows") List<List<String>> rows, @ForAll long seed) {
        List<List<String>> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(SealText.ofSet(KEY, 1, shuffled)).isEqualTo(SealText.ofSet(KEY, 1, rows));
    }

    /** Few letters and short texts, so that equal ones and those that run into each other are common. */
    @Provide
    Arbitrary<List<List<String>>> rows() {
        return Arbitraries.strings()
                .withChars("ab")
                .ofMaxLength(2)
                .list()
                .ofMaxSize(2)
                .list()
                .ofMaxSize(2);
    }

    private static List<List<String>> sorted(List<List<String>> rows) {
        return rows.stream()
                .sorted((a, b) -> a.toString().compareTo(b.toString()))
                .toList();
    }
}
