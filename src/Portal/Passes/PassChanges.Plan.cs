using Microsoft.EntityFrameworkCore;
using Portal.Data.Activity;
using Portal.Data.Designs;
using Portal.Data.Passes;
using Portal.Designs;

namespace Portal.Passes;

/// <content>What an edit would do, worked out before the transaction begins, so that no tag is drawn for nothing.</content>
public sealed partial class PassChanges
{
    private sealed record EditPlan(IssuedPass Before, PassValues Values, string? Holder, bool Voided, ChangeKind Kind, string Summary)
    {
        /// <summary>The version of the design after which a phone would get the same pass; null when it gets another one.</summary>
        public int? SameUnder { get; init; }
    }

    private async Task<(EditPlan? Plan, SaveOutcome? Outcome)> PlanAsync(PassEdit edit, CancellationToken cancellationToken)
    {
        if (await FindSavedAsync(edit, cancellationToken) is { } saved)
            return (null, saved);

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var pass = await db.Passes.AsNoTracking().Include(row => row.PassType).SingleOrDefaultAsync(row => row.Id == edit.PassId && row.DeletedAt == null, cancellationToken);
        if (pass is null || await designs.FindPublishedAsync(pass.DesignId, cancellationToken) is not { Document: var document } published)
            return (null, new SaveOutcome.NotFound());
        if (pass.Revision != edit.ExpectedRevision)
            return (null, new SaveOutcome.Conflict(pass.Revision));
        if (FirstProblem(document, edit.Values) is { } problem)
            return (null, problem);

        var before = PassValues.Parse(pass.Values);
        var after = before.With(edit.Values);
        var voided = edit.Voided ?? pass.Voided;
        if (after.SameAs(before) && voided == pass.Voided)
            return (null, new SaveOutcome.Unchanged());

        var kind = voided == pass.Voided ? ChangeKind.Edit : voided ? ChangeKind.Void : ChangeKind.Restore;
        var plan = new EditPlan(pass, after, HolderOf(document, after), voided, kind, ChangeSummary.Of(document, before, after, kind));
        return (plan with { SameUnder = IsSameOnPhones(document, plan) ? published.Number : null }, null);
    }

    private static bool IsSameOnPhones(DesignDocument document, EditPlan plan)
    {
        var now = PassContext.Of(plan.Before, plan.Before.PassType!, webServiceUrl: null);
        return PhonePass.IsSame(
            PassRenderer.Render(document, now), PassRenderer.Render(document, now with { Values = plan.Values, Voided = plan.Voided }));
    }

    private static SaveOutcome.Invalid? FirstProblem(DesignDocument document, IEnumerable<KeyValuePair<string, string?>> values)
    {
        foreach (var (id, text) in values)
        {
            if (document.FindField(id) is not { } field)
                return new SaveOutcome.Invalid(id, "The design has no such field any more.");
            if (text is not null && FieldText.Check(field, text) is { } problem)
                return new SaveOutcome.Invalid(id, problem);
        }

        return null;
    }

    private static string? HolderOf(DesignDocument document, PassValues values) =>
        document.HolderField is { } field ? values.Fields.GetValueOrDefault(field) : null;
}
