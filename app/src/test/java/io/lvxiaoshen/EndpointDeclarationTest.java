package io.lvxiaoshen;

import static org.assertj.core.api.Assertions.assertThat;

import io.lvxiaoshen.Endpoints.Endpoint;
import io.lvxiaoshen.platform.permission.Declaration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Nothing is reachable that does not say what it needs. The list is printed into {@code target/endpoints.md}. */
@AssembledTest
class EndpointDeclarationTest {
    @Autowired
    Endpoints endpoints;

    @Test
    void everyEndpointDeclaresWhatItNeeds() throws Exception {
        List<Endpoint> all = endpoints.all();
        StringBuilder table = new StringBuilder("| call | needs | on | why it is open |\n|---|---|---|---|\n");
        for (Endpoint endpoint : all) {
            Declaration declaration = endpoint.declaration();
            table.append("| `%s %s` | %s | %s | %s |\n"
                    .formatted(
                            endpoint.method(),
                            endpoint.pattern(),
                            declaration.kind() == Declaration.Kind.PERMISSION
                                    ? "`" + declaration.permission() + "`"
                                    : declaration.kind(),
                            declaration.objectType(),
                            declaration.reason()));
        }
        Files.writeString(Path.of("target/endpoints.md"), table);
        assertThat(all).hasSizeGreaterThan(30);
        assertThat(all)
                .filteredOn(endpoint -> endpoint.declaration().kind() == Declaration.Kind.NONE)
                .isEmpty();
    }

    @Test
    void nothingIsChangedByAPermissionToRead() {
        assertThat(endpoints.all())
                .filteredOn(endpoint -> !endpoint.method().equals("GET"))
                .extracting(endpoint -> endpoint.declaration().permission())
                .noneMatch(permission -> permission.endsWith(".read"));
    }
}
