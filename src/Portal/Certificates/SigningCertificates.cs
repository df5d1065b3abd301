using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Passbook.Generator;
using Portal.Data;
using Portal.Data.Certificates;
using Portal.Passes;
using Portal.Push;

namespace Portal.Certificates;

/// <summary>
/// The certificate each pass type signs and pushes with. A signer is made once and kept; a replacement is noticed at
/// once in this process and within five seconds on other machines, and so is a key that was stored anew.
/// </summary>
/// <remarks>
/// Signers belong to this service: callers never dispose one. One that was replaced may still be signing and is left to the
/// garbage collector.
/// </remarks>
public sealed partial class SigningCertificates(
    IDbContextFactory<PortalDbContext> contexts, CertificateKeys keys, TimeProvider time, ILogger<SigningCertificates> logger)
    : IPassSigners, IPushCertificates
{
    private static readonly TimeSpan LookAgainAfter = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<int, Kept> _kept = new();

    /// <summary>The signer of a pass type, or null when it has no certificate, the certificate expired or its key cannot be read.</summary>
    public async Task<PassSigner?> FindSignerAsync(int passTypeId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (_kept.TryGetValue(passTypeId, out var kept) && time.GetElapsedTime(kept.LookedAt) < LookAgainAfter)
            return Valid(kept.Signer, now);

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var current = await db.PassTypes.Where(type => type.Id == passTypeId).Select(type => type.SigningCertificateId).SingleOrDefaultAsync(cancellationToken);
        if (current is not { } certificateId)
            return null;
        var isKept = kept?.CertificateId == certificateId;
        if (isKept && kept is { Signer: not null })
        {
            _kept[passTypeId] = kept with { LookedAt = time.GetTimestamp() };
            return Valid(kept.Signer, now);
        }

        // One that could not be opened is read again: its key may have been stored anew through another machine, under the same id.
        var stored = await db.SigningCertificates.AsNoTracking().SingleAsync(certificate => certificate.Id == certificateId, cancellationToken);
        var signer = Open(stored, isNews: !isKept);
        _kept[passTypeId] = new Kept(certificateId, signer, time.GetTimestamp());
        return Valid(signer, now);
    }

    /// <summary>The same certificate for pushes.</summary>
    public async ValueTask<PushCertificate?> FindAsync(int passTypeId, CancellationToken cancellationToken) =>
        await FindSignerAsync(passTypeId, cancellationToken) is { } signer ? new PushCertificate(signer.Certificate, signer.Intermediate) : null;

    /// <summary>Makes the next call look into the database: the certificate was replaced.</summary>
    internal void Forget(int passTypeId) => _kept.TryRemove(passTypeId, out _);

    private static PassSigner? Valid(PassSigner? signer, DateTimeOffset now) => signer is not null && now <= signer.NotAfter ? signer : null;

    // What is no news is not logged every five seconds.
    private PassSigner? Open(SigningCertificate stored, bool isNews)
    {
        try
        {
            return keys.Open(stored);
        }
        catch (CryptographicException error)
        {
            // The master key is another one than when the certificate was uploaded: it has to be uploaded again.
            if (isNews)
                Log.Unreadable(logger, stored.PassTypeId, error);
            return null;
        }
        catch (PassCertificateException error)
        {
            if (isNews)
                Log.Unusable(logger, stored.PassTypeId, error.Message);
            return null;
        }
    }

    private sealed record Kept(int CertificateId, PassSigner? Signer, long LookedAt);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The private key for pass type {PassTypeId} cannot be read with this master key: upload the certificate again")]
        public static partial void Unreadable(ILogger logger, int passTypeId, Exception error);

        [LoggerMessage(Level = LogLevel.Error, Message = "The certificate of pass type {PassTypeId} cannot sign: {Reason}")]
        public static partial void Unusable(ILogger logger, int passTypeId, string reason);
    }
}
