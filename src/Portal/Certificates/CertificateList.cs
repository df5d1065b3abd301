using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Certificates;

namespace Portal.Certificates;

/// <summary>The pass types with their certificates, for staff.</summary>
public sealed class CertificateList(IDbContextFactory<PortalDbContext> contexts, CertificateKeys keys, TimeProvider time)
{
    private static readonly TimeSpan Soon = TimeSpan.FromDays(30);

    /// <summary>All pass types by name, with how their certificates and their pushes stand now.</summary>
    public async Task<IReadOnlyList<CertificateCard>> LoadAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var types = await db.PassTypes.AsNoTracking()
            .OrderBy(type => type.Identifier)
            .Select(type => new
            {
                Type = type,
                Certificate = type.SigningCertificate,
                Designs = db.Designs.Count(design => design.PassTypeId == type.Id),
                Passes = db.Passes.Count(pass => pass.PassTypeId == type.Id),
                Waiting = type.PushStoppedAt == null ? 0 : db.PendingPushes.Count(push => push.PassTypeId == type.Id && push.ParkedReason == null),
            })
            .ToListAsync(cancellationToken);
        List<CertificateCard> cards = [.. types.Select(row => new CertificateCard
        {
            PassTypeId = row.Type.Id,
            Identifier = row.Type.Identifier,
            TeamIdentifier = row.Type.TeamIdentifier,
            OrganizationName = row.Type.OrganizationName,
            Designs = row.Designs,
            Passes = row.Passes,
            NotAfter = row.Certificate?.NotAfter,
            UploadedAt = row.Certificate?.UploadedAt,
            UploadedBy = row.Certificate?.UploadedBy,
            State = StateOf(row.Certificate),
            Stop = row.Type.PushStoppedAt is { } since ? new PushStop(row.Type.PushStopReason ?? "", since, row.Waiting) : null,
        })];
        for (var place = 0; place < cards.Count; place++)
            cards[place] = cards[place] with { Retired = await RetiredAsync(db, cards[place], cancellationToken) };
        return cards;
    }

    /// <summary>The identifiers of the pass types whose pushes are stopped.</summary>
    public async Task<IReadOnlyList<string>> StoppedAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.PassTypes.Where(type => type.PushStoppedAt != null).OrderBy(type => type.Identifier).Select(type => type.Identifier).ToListAsync(cancellationToken);
    }

    private async Task<RetiredPhones?> RetiredAsync(PortalDbContext db, CertificateCard card, CancellationToken cancellationToken)
    {
        var from = (card.Stop?.Since ?? time.GetUtcNow()) - RetiredPhones.Lately;
        var found = await db.PushTargets.Where(target => target.PassTypeId == card.PassTypeId && target.RetiredAt >= from)
            .GroupBy(target => target.PassTypeId)
            .Select(targets => new { Count = targets.Count(), Since = targets.Min(target => target.RetiredAt) })
            .SingleOrDefaultAsync(cancellationToken);
        return found is { Since: { } since } ? new RetiredPhones(found.Count, since) : null;
    }

    private CertificateState StateOf(SigningCertificate? certificate)
    {
        var now = time.GetUtcNow();
        return certificate switch
        {
            null => CertificateState.Missing,
            _ when certificate.NotAfter <= now => CertificateState.Expired,
            _ when !keys.CanRead(certificate) => CertificateState.Unreadable,
            _ when certificate.NotAfter <= now + Soon => CertificateState.ExpiresSoon,
            _ => CertificateState.Good,
        };
    }
}
