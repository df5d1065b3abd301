using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Portal.Certificates;
using Portal.Testing.Hosting;

namespace Portal.Tests.Certificates;

public abstract class UploadTests(PortalFixture fixture)
{
    private const string Team = "A1B2C3D4E5";
    private const string Password = "secret";

    private PortalHost Portal => fixture.Portal;

    private CertificateStore Store => Portal.Service<CertificateStore>();

    private SigningCertificates Signers => Portal.Service<SigningCertificates>();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_certificate_makes_its_pass_type_and_signs()
    {
        var taken = await TakeAsync(Issue("pass.test.first"));
        Assert.True(taken.NewPassType);
        var signer = await Signers.FindSignerAsync(taken.PassTypeId, Cancelled);
        Assert.NotNull(signer);
        Assert.Equal(("pass.test.first", Team), (signer.PassTypeIdentifier, signer.TeamIdentifier));
        Assert.NotEmpty(signer.Sign("{}"u8));

        await using var db = await Portal.Contexts.CreateDbContextAsync(Cancelled);
        Assert.True(await db.UpdateClocks.AnyAsync(clock => clock.PassTypeId == taken.PassTypeId, Cancelled));
    }

    [Fact]
    public async Task A_replacement_signs_at_once_and_the_old_signer_still_works()
    {
        var taken = await TakeAsync(Issue("pass.test.replaced"));
        var before = await Signers.FindSignerAsync(taken.PassTypeId, Cancelled);
        var again = await TakeAsync(Issue("pass.test.replaced"), taken.PassTypeId);
        var after = await Signers.FindSignerAsync(taken.PassTypeId, Cancelled);
        Assert.False(again.NewPassType);
        Assert.NotNull(before);
        Assert.NotNull(after);
        Assert.NotEqual(before.Certificate.Thumbprint, after.Certificate.Thumbprint, StringComparer.Ordinal);
        Assert.NotEmpty(before.Sign("{}"u8));
    }

    [Fact]
    public async Task The_private_key_is_stored_encrypted_only()
    {
        var file = Issue("pass.test.encrypted");
        var taken = await TakeAsync(file);
        using var loaded = X509CertificateLoader.LoadPkcs12Collection(file, Password, X509KeyStorageFlags.Exportable).First(one => one.HasPrivateKey);
        using var key = loaded.GetRSAPrivateKey();
        Assert.NotNull(key);
        var prime = key.ExportParameters(includePrivateParameters: true).P ?? [];
        await using var db = await Portal.Contexts.CreateDbContextAsync(Cancelled);
        var stored = await db.SigningCertificates.SingleAsync(certificate => certificate.PassTypeId == taken.PassTypeId, Cancelled);
        Assert.Equal(-1, stored.ProtectedKey.AsSpan().IndexOf(prime));
        using var other = RSA.Create();
        Assert.Throws<CryptographicException>(() => other.ImportPkcs8PrivateKey(stored.ProtectedKey, out _));
    }

    [Fact]
    public async Task Each_wrong_file_has_its_own_sentence()
    {
        var good = Issue("pass.test.sentences");
        var sentences = new List<string>
        {
            await RefusalAsync(good, "wrong"),
            await RefusalAsync([]),
            await RefusalAsync("no certificate"u8.ToArray()),
            await RefusalAsync(new byte[CertificateStore.LargestFile + 1]),
            await RefusalAsync(Issue("pass.test.expired", notBefore: DateTimeOffset.UnixEpoch.AddYears(49), notAfter: DateTimeOffset.UnixEpoch.AddYears(50))),
            await RefusalAsync(Issue("pass.test.early", notBefore: DateTimeOffset.UnixEpoch.AddYears(100), notAfter: DateTimeOffset.UnixEpoch.AddYears(101))),
            await RefusalAsync(WithoutKey(good)),
            await RefusalAsync(Portal.Authority.IssueServerCertificate("portal.example", Password)),
        };
        Assert.Equal(sentences.Count, sentences.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal("The password does not open this file.", sentences[0]);
        await using var db = await Portal.Contexts.CreateDbContextAsync(Cancelled);
        Assert.False(await db.PassTypes.AnyAsync(type => type.Identifier == "pass.test.sentences", Cancelled));
    }

    [Fact]
    public async Task A_replacement_must_be_of_the_same_pass_type_and_team()
    {
        var taken = await TakeAsync(Issue("pass.test.mine"));
        Assert.Equal(
            "This certificate is for 'pass.test.yours', but you are replacing the one for 'pass.test.mine'.",
            await RefusalAsync(Issue("pass.test.yours"), replaces: taken.PassTypeId));
        Assert.Contains("belongs to team A1B2C3D4E5 here", await RefusalAsync(Issue("pass.test.mine", "ZZZZZZZZZZ")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_certificate_twice_is_refused_and_an_earlier_one_may_come_back()
    {
        var first = Issue("pass.test.twice");
        await TakeAsync(first);
        Assert.Contains("in use for 'pass.test.twice' already", await RefusalAsync(first), StringComparison.Ordinal);
        await TakeAsync(Issue("pass.test.twice"));
        var back = await TakeAsync(first);
        var signer = await Signers.FindSignerAsync(back.PassTypeId, Cancelled);
        using var loaded = X509CertificateLoader.LoadPkcs12Collection(first, Password).First(one => one.HasPrivateKey);
        Assert.Equal(loaded.Thumbprint, signer?.Certificate.Thumbprint);
    }

    [Fact]
    public async Task The_list_says_how_each_certificate_stands()
    {
        var good = await TakeAsync(Issue("pass.test.good"));
        var soon = await TakeAsync(Issue("pass.test.soon", notAfter: TimeProvider.System.GetUtcNow().AddDays(9)));
        var unreadable = await TakeAsync(Issue("pass.test.unreadable"));
        await SpoilKeyAsync(unreadable.PassTypeId);

        var cards = (await Portal.Service<CertificateList>().LoadAsync(Cancelled)).ToDictionary(card => card.PassTypeId);
        Assert.Equal(CertificateState.Good, cards[good.PassTypeId].State);
        Assert.Equal(CertificateState.ExpiresSoon, cards[soon.PassTypeId].State);
        Assert.Equal(CertificateState.Unreadable, cards[unreadable.PassTypeId].State);
        Assert.Null(await Signers.FindSignerAsync(unreadable.PassTypeId, Cancelled));
    }

    [Fact]
    public async Task A_key_that_another_machine_stored_anew_is_found_within_seconds_and_its_absence_logged_once()
    {
        var file = Issue("pass.test.elsewhere");
        var taken = await TakeAsync(file);
        await SpoilKeyAsync(taken.PassTypeId);
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        using var log = new RecordedLog();
        using var logs = LoggerFactory.Create(logging => logging.AddProvider(log));
        var elsewhere = new SigningCertificates(
            Portal.Contexts, Portal.Service<CertificateKeys>(), clock, logs.CreateLogger<SigningCertificates>());
        Assert.Null(await elsewhere.FindSignerAsync(taken.PassTypeId, Cancelled));
        clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Null(await elsewhere.FindSignerAsync(taken.PassTypeId, Cancelled));

        await TakeAsync(file);

        // Not looked up for every pass and push.
        Assert.Null(await elsewhere.FindSignerAsync(taken.PassTypeId, Cancelled));
        clock.Advance(TimeSpan.FromSeconds(5));
        Assert.NotNull(await elsewhere.FindSignerAsync(taken.PassTypeId, Cancelled));
        Assert.Single(log.Errors);
    }

    [Fact]
    public async Task The_sixth_try_of_a_person_within_a_minute_waits()
    {
        for (var attempt = 0; attempt < 5; attempt++)
            await RefusalAsync([], by: "guesser@example.com");
        Assert.Contains("Wait a minute", await RefusalAsync([], by: "guesser@example.com"), StringComparison.Ordinal);
    }

    // As another master key would have left it.
    private async Task SpoilKeyAsync(int passTypeId)
    {
        await using var db = await Portal.Contexts.CreateDbContextAsync(Cancelled);
        await db.SigningCertificates.Where(one => one.PassTypeId == passTypeId)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.ProtectedKey, RandomNumberGenerator.GetBytes(200)), Cancelled);
    }

    private byte[] Issue(string passType, string team = Team, DateTimeOffset? notBefore = null, DateTimeOffset? notAfter = null) =>
        Portal.Authority.IssuePassCertificate(passType, team, Password, notBefore, notAfter);

    private Task<TakenCertificate> TakeAsync(byte[] file, int? replaces = null) =>
        Store.UploadAsync(new CertificateUpload(file, Password, By: null, replaces), Cancelled);

    private async Task<string> RefusalAsync(byte[] file, string password = Password, int? replaces = null, string? by = null) =>
        (await Assert.ThrowsAsync<CertificateRefusedException>(
            () => Store.UploadAsync(new CertificateUpload(file, password, by, replaces), Cancelled))).Message;

    private static byte[] WithoutKey(byte[] file)
    {
        using var leaf = X509CertificateLoader.LoadPkcs12Collection(file, Password).First(one => one.HasPrivateKey);
        using var bare = X509CertificateLoader.LoadCertificate(leaf.RawDataMemory.Span);
        return new X509Certificate2Collection { bare }.ExportPkcs12(Pkcs12ExportPbeParameters.Pbes2Aes256Sha256, Password);
    }
}

public sealed class UploadOnSqliteTests(PortalOnSqlite portal) : UploadTests(portal), IClassFixture<PortalOnSqlite>;

public sealed class UploadOnPostgresTests(PortalOnPostgres portal) : UploadTests(portal), IClassFixture<PortalOnPostgres>;
