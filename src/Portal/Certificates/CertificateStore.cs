using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.EntityFrameworkCore;
using Passbook.Generator;
using Portal.Activity;
using Portal.Data;
using Portal.Data.Certificates;
using Portal.Data.Pushes;
using Portal.Data.Storage;
using Portal.Push;

namespace Portal.Certificates;

/// <summary>Takes certificates in and puts them to use without a stop.</summary>
public sealed class CertificateStore(
    PortalWriter writer,
    CertificateKeys keys,
    SigningCertificates signers,
    UploadTries tries,
    PortalEvents events,
    PushSignal push,
    TimeProvider time)
{
    /// <summary>The largest file that is read; a .p12 has 3 to 10 kB.</summary>
    public const int LargestFile = 100 * 1024;

    /// <summary>Checks a certificate, stores it with its key encrypted, and signs with it from now on.</summary>
    /// <exception cref="CertificateRefusedException">It cannot be used here; the message says why.</exception>
    public async Task<TakenCertificate> UploadAsync(CertificateUpload upload, CancellationToken cancellationToken)
    {
        if (upload.By is { } who && !tries.Take(who))
            throw new CertificateRefusedException("Those were too many tries. Wait a minute, then try again.");
        using var signer = Read(upload);
        var stored = new SigningCertificate
        {
            Thumbprint = signer.Certificate.GetCertHashString(HashAlgorithmName.SHA256).ToLowerInvariant(),
            Certificate = signer.Certificate.RawData,
            Intermediate = signer.Intermediate.RawData,
            ProtectedKey = keys.Protect(upload.Content.Span, upload.Password, signer.Certificate),
            NotBefore = signer.NotBefore,
            NotAfter = signer.NotAfter,
            UploadedAt = time.GetUtcNow(),
            UploadedBy = upload.By,
        };
        var taken = await writer.WriteAsync((db, token) => StoreAsync(db, signer, stored, upload.ReplacesPassTypeId, token), cancellationToken);

        signers.Forget(taken.PassTypeId);
        events.Publish(new PortalEvent(PortalEventKind.CertificateChanged));
        push.Wake();
        return taken;
    }

    private PassSigner Read(CertificateUpload upload)
    {
        if (upload.Content.IsEmpty)
            throw new CertificateRefusedException("The file is empty.");
        if (upload.Content.Length > LargestFile)
            throw new CertificateRefusedException($"The file is larger than {LargestFile / 1024} kB: that is no certificate.");
        try
        {
            return PassSigner.FromPkcs12(upload.Content.Span, upload.Password, clock: time);
        }
        catch (PassCertificateException error)
        {
            throw new CertificateRefusedException(error.Message, error);
        }
    }

    private async Task<TakenCertificate> StoreAsync(
        PortalDbContext db, PassSigner signer, SigningCertificate stored, int? replaces, CancellationToken cancellationToken)
    {
        var type = await db.PassTypes.SingleOrDefaultAsync(type => type.Identifier == signer.PassTypeIdentifier, cancellationToken);
        await RefuseOtherAsync(db, signer, type, replaces, cancellationToken);
        var isNew = type is null;
        type ??= await AddTypeAsync(db, signer, cancellationToken);

        // A certificate that was here before is taken back into use; its key is stored anew, under the present master key.
        var known = await db.SigningCertificates.SingleOrDefaultAsync(other => other.Thumbprint == stored.Thumbprint, cancellationToken);
        if (known is not null && known.Id == type.SigningCertificateId && keys.CanRead(known))
            throw new CertificateRefusedException($"This certificate is in use for '{type.Identifier}' already.");
        if (known is null)
        {
            stored.PassTypeId = type.Id;
            db.SigningCertificates.Add(stored);
        }
        else
        {
            (known.ProtectedKey, known.Intermediate) = (stored.ProtectedKey, stored.Intermediate);
            (known.UploadedAt, known.UploadedBy) = (stored.UploadedAt, stored.UploadedBy);
        }

        await db.SaveChangesAsync(cancellationToken);
        type.SigningCertificateId = (known ?? stored).Id;
        await db.SaveChangesAsync(cancellationToken);
        // They may have waited for this certificate longer than a push is worth sending otherwise.
        await TopicStops.RenewAsync(db, type.Id, stored.UploadedAt, cancellationToken);
        return new TakenCertificate(type.Id, type.Identifier, isNew, stored.NotAfter);
    }

    private static async Task RefuseOtherAsync(
        PortalDbContext db, PassSigner signer, PassType? type, int? replaces, CancellationToken cancellationToken)
    {
        if (replaces is { } id && id != type?.Id)
        {
            var wanted = await db.PassTypes.Where(other => other.Id == id).Select(other => other.Identifier).SingleOrDefaultAsync(cancellationToken);
            throw new CertificateRefusedException(
                $"This certificate is for '{signer.PassTypeIdentifier}', but you are replacing the one for '{wanted}'.");
        }

        // Phones know a pass by its pass type and would not take one of another team for the same pass.
        if (type is not null && !string.Equals(type.TeamIdentifier, signer.TeamIdentifier, StringComparison.Ordinal))
        {
            throw new CertificateRefusedException(
                $"'{type.Identifier}' belongs to team {type.TeamIdentifier} here, but this certificate is of team {signer.TeamIdentifier}.");
        }
    }

    private async Task<PassType> AddTypeAsync(PortalDbContext db, PassSigner signer, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var type = new PassType
        {
            Identifier = signer.PassTypeIdentifier,
            TeamIdentifier = signer.TeamIdentifier,
            OrganizationName = Organization(signer.Certificate) ?? signer.TeamIdentifier,
            CreatedAt = now,
        };
        db.PassTypes.Add(type);
        await db.SaveChangesAsync(cancellationToken);
        db.UpdateClocks.Add(UpdateClock.Start(type.Id, now));
        return type;
    }

    private static string? Organization(X509Certificate2 certificate) => certificate.SubjectName
        .EnumerateRelativeDistinguishedNames()
        .FirstOrDefault(part => !part.HasMultipleElements && part.GetSingleElementType().Value is "2.5.4.10")
        ?.GetSingleElementValue();
}
