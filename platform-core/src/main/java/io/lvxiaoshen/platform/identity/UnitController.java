package io.lvxiaoshen.platform.identity;

import io.lvxiaoshen.platform.Slice;
import io.lvxiaoshen.platform.permission.Requires;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The organisation's tree, one level at a time. */
@RestController
@RequestMapping("/api/units")
class UnitController {
    private final Organisation organisation;
    private final OrganisationUnits units;

    UnitController(Organisation organisation, OrganisationUnits units) {
        this.organisation = organisation;
        this.units = units;
    }

    @Requires("account.manage")
    @GetMapping
    Slice<OrganisationUnit> below(
            @RequestParam(required = false) @Nullable UUID parent,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return units.below(parent, Page.limit(limit), OrganisationUnits.Place.of(cursor));
    }

    @Requires("account.manage")
    @GetMapping("/{id}")
    OrganisationUnit find(@PathVariable UUID id) {
        return organisation.find(id);
    }

    @Requires("account.manage")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    OrganisationUnit create(@Valid @RequestBody Form form) {
        return organisation.create(form.draft());
    }

    @Requires("account.manage")
    @PutMapping("/{id}")
    OrganisationUnit change(@PathVariable UUID id, @Valid @RequestBody Form form) {
        return organisation.change(id, form.draft());
    }

    @Requires("account.manage")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id) {
        organisation.remove(id);
    }

    record Form(
            @Nullable UUID parent,
            @NotNull UnitKind kind,
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Size(max = 50) String code,
            int ordinal) {

        Organisation.Draft draft() {
            return new Organisation.Draft(parent, kind, name, code, ordinal);
        }
    }
}
