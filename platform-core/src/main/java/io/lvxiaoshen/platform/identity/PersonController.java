package io.lvxiaoshen.platform.identity;

import io.lvxiaoshen.platform.Caller;
import io.lvxiaoshen.platform.Slice;
import io.lvxiaoshen.platform.permission.Requires;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** People, for administrators. */
@RestController
@RequestMapping("/api/people")
class PersonController {
    private final People people;
    private final PeopleTable table;
    private final SessionStepUp stepUp;

    PersonController(People people, PeopleTable table, SessionStepUp stepUp) {
        this.people = people;
        this.table = table;
        this.stepUp = stepUp;
    }

    @Requires("account.manage")
    @GetMapping
    Slice<Person> list(
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable String phone,
            @RequestParam(required = false) @Nullable UUID unit,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        String wanted = phone == null || phone.isBlank() ? null : PersonalField.PHONE.canonical(phone);
        return table.list(
                new PeopleTable.Filter(text == null || text.isBlank() ? null : text.strip(), wanted, unit),
                Page.limit(limit),
                cursor);
    }

    @Requires("account.manage")
    @GetMapping("/{id}")
    Person find(@PathVariable UUID id) {
        return people.find(id);
    }

    @Requires("account.manage")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    People.Created create(@Valid @RequestBody NewPerson person) {
        return people.create(
                person.username(),
                new People.Profile(
                        person.displayName(), person.unitId(), person.position(), person.phone(), person.idNumber()));
    }

    @Requires("account.manage")
    @PatchMapping("/{id}")
    Person change(@PathVariable UUID id, @Valid @RequestBody Change change) {
        return people.change(
                id,
                new People.Profile(
                        change.displayName(), change.unitId(), change.position(), change.phone(), change.idNumber()));
    }

    @Requires("account.manage")
    @PutMapping("/{id}/enabled")
    Person setEnabled(
            @AuthenticationPrincipal Caller caller, @PathVariable UUID id, @Valid @RequestBody Enabled enabled) {
        return people.setEnabled(id, enabled.enabled(), caller.accountId());
    }

    @Requires("account.manage")
    @GetMapping("/{id}/personal-data")
    PeopleTable.Revealed reveal(@PathVariable UUID id) {
        stepUp.requireFresh();
        return people.reveal(id);
    }

    record NewPerson(
            @NotNull @Pattern(regexp = People.USERNAME) String username,

            @NotBlank @Size(max = 64) String displayName,
            @Nullable UUID unitId,
            @Nullable @Size(max = 64) String position,
            @Nullable @Size(max = 40) String phone,
            @Nullable @Size(max = 40) String idNumber) {}

    record Change(
            @Nullable @Pattern(regexp = "(?s).*\\S.*") @Size(max = 64)
            String displayName,

            @Nullable UUID unitId,
            @Nullable @Size(max = 64) String position,
            @Nullable @Size(max = 40) String phone,
            @Nullable @Size(max = 40) String idNumber) {}

    record Enabled(@NotNull Boolean enabled) {}
}
