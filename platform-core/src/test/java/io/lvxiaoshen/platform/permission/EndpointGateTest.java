package io.lvxiaoshen.platform.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lvxiaoshen.platform.Caller;
import io.lvxiaoshen.platform.ProblemException;
import jakarta.servlet.DispatcherType;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** What stands between a request and its handler. */
class EndpointGateTest extends PermissionTest {
    private static final int LET_THROUGH = 0;

    @Autowired
    EndpointDeclarations declarations;

    @Autowired
    ObjectTypes types;

    /** Handlers that a careless and a careful person wrote. */
    static final class Handlers {
        void undeclared() {}

        @Open("测试")
        void open() {}

        @SignedIn
        void own() {}

        @Requires("thing.write")
        void general() {}

        @Requires(value = "thing.write", lists = true)
        void listing() {}

        @Requires(value = "thing.write", of = Things.TYPE)
        void object() {}

        @Open("测试")
        @SignedIn
        void undecided() {}
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void refusesToEveryoneWhatDeclaresNothing() {
        signIn(administrator);
        assertThat(status("undeclared", null)).isEqualTo(403);
        HandlerFunction<ServerResponse> undeclared =
                request -> ServerResponse.ok().build();
        assertThat(declarations.of(undeclared, "GET", "/x").kind()).isEqualTo(Declaration.Kind.NONE);
        assertThat(declarations.of(new Object(), "GET", "/x").kind()).isEqualTo(Declaration.Kind.NONE);
    }

    @Test
    void doesNotAcceptTwoDeclarations() {
        assertThatThrownBy(() -> status("undecided", null)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void letsNobodyButTheOpenBeCalledWithoutSigningIn() {
        assertThat(status("open", null)).isEqualTo(LET_THROUGH);
        for (String method : new String[] {"own", "general", "listing", "undeclared"}) {
            assertThat(status(method, null)).as(method).isEqualTo(401);
        }
        assertThat(status("object", things.ownedBy(UUID.randomUUID()).id())).isEqualTo(401);
    }

    @Test
    void takesARoleForWhatIsNotAboutOneObject() {
        Caller granted = person();
        ObjectRef thing = things.ownedBy(UUID.randomUUID());
        grants.add(administrator, Things.TYPE, thing.id(), grantTo(granted, WRITE));
        signIn(granted);
        assertThat(status("own", null)).isEqualTo(LET_THROUGH);
        assertThat(status("general", null)).isEqualTo(403);
        assertThat(status("listing", null)).isEqualTo(LET_THROUGH);
        assertThat(status("object", thing.id())).isEqualTo(LET_THROUGH);
        signIn(person());
        assertThat(status("listing", null)).isEqualTo(403);
    }

    @Test
    void doesNotTellWhetherAForeignObjectExists() {
        Caller owner = person(role(Map.of("thing.write", DataScope.OWN)));
        UUID foreign = things.ownedBy(UUID.randomUUID()).id();
        UUID absent = UUID.randomUUID();
        signIn(owner);
        assertThat(status("object", things.ownedBy(owner.accountId()).id())).isEqualTo(LET_THROUGH);
        assertThat(status("object", foreign)).isEqualTo(404);
        assertThat(status("object", absent)).isEqualTo(404);
        signIn(person());
        assertThat(status("object", foreign)).isEqualTo(403);
        assertThat(status("object", absent)).isEqualTo(403);
    }

    private void signIn(Caller caller) {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(caller, null, List.of()));
    }

    /** Returns the status with which a call is refused, or 0. */
    private int status(String name, @Nullable UUID id) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/things");
        request.setDispatcherType(DispatcherType.REQUEST);
        request.setAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, "/api/things/{id}");
        request.setAttribute(
                HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, id == null ? Map.of() : Map.of("id", id.toString()));
        Method method = Objects.requireNonNull(ReflectionUtils.findMethod(Handlers.class, name));
        EndpointGate gate = new EndpointGate(declarations, permissions, types);
        try {
            gate.preHandle(request, new MockHttpServletResponse(), new HandlerMethod(new Handlers(), method));
            return LET_THROUGH;
        } catch (ProblemException refusal) {
            assertThat(refusal.status()).isIn(HttpStatus.UNAUTHORIZED, HttpStatus.FORBIDDEN, HttpStatus.NOT_FOUND);
            return refusal.status().value();
        }
    }
}
