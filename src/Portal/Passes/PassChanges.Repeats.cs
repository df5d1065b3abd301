using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Activity;
using Portal.Data.Passes;
using Portal.Data.Storage;
using Portal.Designs;

namespace Portal.Passes;

/// <content>Changes that are asked for twice, and commits that nobody answered. A change is known again by its id and its content.</content>
public sealed partial class PassChanges
{
    /// <summary>Runs a write. Where its commit was not answered, what it left is looked for once.</summary>
    /// <exception cref="OutcomeUnknownException">The commit was not answered, and what it left was not found.</exception>
    private async Task<T> CommitAsync<T>(
        Func<PortalDbContext, CancellationToken, Task<T>> work, Func<CancellationToken, Task<T?>> find, CancellationToken cancellationToken)
        where T : class
    {
        var isWritten = false;
        try
        {
            return await writer.WriteAsync(
                async (db, token) =>
                {
                    var result = await work(db, token);
                    isWritten = true;
                    return result;
                },
                cancellationToken);
        }
        catch (Exception error) when (isWritten && !cancellationToken.IsCancellationRequested && WriteFailure.MayHaveCommitted(error))
        {
            // Not found does not mean that it will not be there: PostgreSQL may be at it still.
            return await TryFindAsync(find, cancellationToken)
                ?? throw new OutcomeUnknownException("The database did not answer whether it committed.", error);
        }
    }

    private static async Task<T?> TryFindAsync<T>(Func<CancellationToken, Task<T?>> find, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return await find(cancellationToken);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            // A database that did not answer the commit does not answer this either; the commit's failure says more.
            return null;
        }
    }

    private async Task<SaveOutcome?> FindSavedAsync(PassEdit edit, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var revisions = db.PassRevisions.AsNoTracking().Where(row => row.PassId == edit.PassId);
        if (await revisions.Include(row => row.Change).SingleOrDefaultAsync(row => row.ChangeId == edit.ChangeId, cancellationToken) is not { Change: { } change } saved)
            return null;

        var before = await revisions.SingleOrDefaultAsync(row => row.Number == saved.Number - 1, cancellationToken) ?? saved;
        if ((edit.Voided ?? before.Voided) != saved.Voided || !PassValues.Parse(before.Values).With(edit.Values).SameAs(PassValues.Parse(saved.Values)))
            return null;
        // Of all that had it then the change keeps the count; how many of them are pushed is counted now.
        var pushed = Math.Min(change.DeviceCount, (await ReachAsync(db, edit.PassId, cancellationToken)).Pushed);
        return new SaveOutcome.Saved(saved.Tag, saved.Number, new PhoneReach(pushed, change.DeviceCount - pushed)) { IsSameOnPhones = change.PassCount == 0 };
    }

    private async Task<IReadOnlyList<IssuedPass>?> FindIssuedAsync(
        Guid changeId, long designId, IReadOnlyList<NewPass> wanted, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var issued = await (
            from revision in db.PassRevisions
            where revision.ChangeId == changeId && revision.Number == 1
            join pass in db.Passes on revision.PassId equals pass.Id
            where pass.DesignId == designId
            orderby pass.Id
            select new { Pass = pass, revision.Values }).AsNoTracking().ToListAsync(cancellationToken);
        var isSame = issued.Count == wanted.Count && (wanted is not [var only] || (
            PassValues.Parse(issued[0].Values).SameAs(only.Values)
            && (only.SerialNumber is null || string.Equals(only.SerialNumber, issued[0].Pass.SerialNumber, StringComparison.Ordinal))));
        return isSame ? issued.ConvertAll(row => row.Pass) : null;
    }

    private async Task<PublishResult?> FindPublishedAsync(DesignDraft draft, Guid changeId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await FindPublishedAsync(db, draft, changeId, cancellationToken);
    }

    // Publishing raises the revision of the draft once more.
    private static Task<PublishResult?> FindPublishedAsync(PortalDbContext db, DesignDraft draft, Guid changeId, CancellationToken cancellationToken) => (
        from change in db.Changes
        where change.Id == changeId && change.Kind == ChangeKind.Publish && change.DesignId == draft.DesignId
        from version in db.DesignVersions
        where version.DesignId == draft.DesignId && version.Number == draft.Mark.Number
            && version.Revision == draft.Mark.Revision + 1 && version.PublishedAt == change.At
        select new PublishResult { PassCount = change.PassCount, DeviceCount = change.DeviceCount }).SingleOrDefaultAsync(cancellationToken);
}
