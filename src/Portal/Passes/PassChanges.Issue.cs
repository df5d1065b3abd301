using Microsoft.EntityFrameworkCore;
using Portal.Activity;
using Portal.Data;
using Portal.Data.Activity;
using Portal.Data.Designs;
using Portal.Data.Passes;
using Portal.Data.Storage;
using Portal.Designs;

namespace Portal.Passes;

/// <content>Making passes.</content>
public sealed partial class PassChanges
{
    private const int LongestSerialNumber = 255;

    /// <summary>Makes one pass of a published design.</summary>
    /// <exception cref="PassIssueException">The design is not published, a value does not fit, or the serial number is taken or malformed.</exception>
    /// <exception cref="OutcomeUnknownException">Whether it was made is not known; the same pass may be asked for again.</exception>
    public async Task<IssuedPass> IssueAsync(long designId, NewPass wanted, Author author, CancellationToken cancellationToken)
    {
        if (wanted.ChangeId is { } changeId && await FindIssuedAsync(changeId, designId, [wanted], cancellationToken) is [var made])
        {
            // The first answer was lost, and its news with it.
            events.Publish(new PortalEvent(PortalEventKind.PassChanged, DesignId: designId));
            return made;
        }

        return (await IssueTogetherAsync(designId, [wanted], wanted.ChangeId ?? NewChangeId(), author, cancellationToken))[0];
    }

    /// <summary>Makes passes of a published design in one transaction: all of them or none. Meant for hundreds at a time.</summary>
    /// <exception cref="PassIssueException">As for <see cref="IssueAsync"/>.</exception>
    public Task<IReadOnlyList<IssuedPass>> IssueManyAsync(
        long designId, IReadOnlyList<NewPass> wanted, Author author, CancellationToken cancellationToken) =>
        IssueTogetherAsync(designId, wanted, NewChangeId(), author, cancellationToken);

    private async Task<IReadOnlyList<IssuedPass>> IssueTogetherAsync(
        long designId, IReadOnlyList<NewPass> wanted, Guid changeId, Author author, CancellationToken cancellationToken)
    {
        var document = (await designs.FindPublishedAsync(designId, cancellationToken))?.Document
            ?? throw new PassIssueException("The design has not been published yet.");
        foreach (var pass in wanted)
            Check(document, pass);

        var design = await FindDesignAsync(designId, cancellationToken);
        try
        {
            var issued = await CommitAsync(
                (db, token) => InsertAsync(db, design, document, wanted, changeId, author, token),
                token => FindIssuedAsync(changeId, designId, wanted, token),
                cancellationToken);
            events.Publish(new PortalEvent(PortalEventKind.PassChanged, DesignId: designId));
            return issued;
        }
        catch (DbUpdateException taken) when (WriteFailure.IsTaken(taken))
        {
            // The same click twice at once: the change's own key lets one of them through.
            if (await FindIssuedAsync(changeId, designId, wanted, cancellationToken) is { } issued)
                return issued;
            if (wanted.All(pass => pass.SerialNumber is null))
                throw;
            throw new PassIssueException("That serial number is taken already.", taken);
        }
    }

    private async Task<IReadOnlyList<IssuedPass>> InsertAsync(
        PortalDbContext db, PassDesign design, DesignDocument document, IReadOnlyList<NewPass> wanted, Guid changeId, Author author, CancellationToken cancellationToken)
    {
        var tag = await UpdateClock.AdvanceAsync(db, design.PassTypeId, cancellationToken);
        var now = time.GetUtcNow();
        var change = new Change
        {
            Id = changeId, Kind = ChangeKind.Issue, At = now, Who = author.Name, UserId = author.UserId,
            Summary = wanted.Count == 1 ? $"Issued a pass of {design.Name}" : $"Issued {Counted.Passes(wanted.Count)} of {design.Name}",
            PassTypeId = design.PassTypeId, DesignId = design.Id, Tag = tag.Number, PassCount = wanted.Count,
        };
        var passes = wanted.Select(pass => Make(design, document, pass, tag.Number, now)).ToList();
        db.Changes.Add(change);
        db.Passes.AddRange(passes);
        await db.SaveChangesAsync(cancellationToken);
        db.PassRevisions.AddRange(passes.Select(pass => RevisionOf(pass, change.Id)));
        if (passes is [var only])
            change.PassId = only.Id;
        await db.SaveChangesAsync(cancellationToken);
        return passes;
    }

    private Guid NewChangeId() => Guid.CreateVersion7(time.GetUtcNow());

    private static IssuedPass Make(PassDesign design, DesignDocument document, NewPass wanted, long tag, DateTimeOffset now)
    {
        var serialNumber = wanted.SerialNumber ?? PassCodes.NewSerialNumber();
        return new IssuedPass
        {
            PassTypeId = design.PassTypeId, DesignId = design.Id, SerialNumber = serialNumber,
            AuthenticationToken = PassCodes.NewAuthenticationToken(), DownloadCode = PassCodes.NewDownloadCode(),
            Values = wanted.Values.ToJson(), Holder = HolderOf(document, wanted.Values), SearchText = PassSearchText.Of(serialNumber, wanted.Values),
            Tag = tag, TagAt = now, Revision = 1, CreatedAt = now,
        };
    }

    private static void Check(DesignDocument document, NewPass pass)
    {
        if (pass.SerialNumber is { } serial && !IsUsableSerialNumber(serial))
            throw new PassIssueException("A serial number has 1 to 255 characters, no control characters, and is not '.' or '..'.");
        if (FirstProblem(document, pass.Values.Fields.Select(field => KeyValuePair.Create<string, string?>(field.Key, field.Value))) is { } invalid)
            throw new PassIssueException(invalid.Problem) { FieldId = invalid.FieldId };
    }

    private static bool IsUsableSerialNumber(string serial) =>
        serial is { Length: > 0 and <= LongestSerialNumber } and not ("." or "..")
        && !serial.Any(char.IsControl) && string.Equals(serial, serial.Trim(), StringComparison.Ordinal);

    private async Task<PassDesign> FindDesignAsync(long designId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Designs.AsNoTracking().SingleAsync(design => design.Id == designId, cancellationToken);
    }
}
