using Microsoft.EntityFrameworkCore;
using Portal.Data.Certificates;
using Portal.Data.Devices;
using Portal.Data.Passes;
using Portal.Testing.Builders;
using Portal.Testing.Databases;

namespace Portal.Data.Tests.Storage;

public abstract class ProtocolStatementsTests(DatabaseFixture fixture)
{
    private readonly string _type = "pass.test." + Guid.NewGuid().ToString("N");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_device_that_has_nothing_is_told_nothing()
    {
        var pass = await PassAsync("1");

        Assert.Null(await fixture.Database.Statements.ListAsync("nobody", _type, Cancelled));
        await RegisterAsync(pass, "gone" + _type, ended: RegistrationEnd.Removed);
        Assert.Null(await fixture.Database.Statements.ListAsync("gone" + _type, _type, Cancelled));
        Assert.Null(await fixture.Database.Statements.ListAsync("gone" + _type, "pass.unknown", Cancelled));
    }

    [Fact]
    public async Task A_list_holds_the_clock_and_the_largest_of_the_tags_of_pass_design_and_registration()
    {
        var pass = await PassAsync("1", tag: 3, designTag: 5);
        var registration = await RegisterAsync(pass, _type, tag: 8);
        await using (var db = await ContextAsync())
            await db.UpdateClocks.Where(clock => clock.PassTypeId == pass.PassTypeId).ExecuteUpdateAsync(set => set.SetProperty(clock => clock.Number, 9L), Cancelled);

        var updates = await fixture.Database.Statements.ListAsync(_type, _type, Cancelled);

        Assert.NotNull(updates);
        Assert.Equal((9, registration.DeviceId), (updates.Number, updates.DeviceId));
        var listed = Assert.Single(updates.Passes);
        Assert.Equal((registration.Id, pass.Id, "1", 5L, 8L, 8L), (listed.RegistrationId, listed.PassId, listed.SerialNumber, listed.PassTag, listed.RegistrationTag, listed.EffectiveTag));
    }

    [Fact]
    public async Task A_device_whose_token_was_called_dead_is_told_all_the_same()
    {
        var pass = await PassAsync("1");
        await RegisterAsync(pass, _type, ended: RegistrationEnd.TokenDead);

        Assert.Single((await fixture.Database.Statements.ListAsync(_type, _type, Cancelled))!.Passes);
    }

    [Fact]
    public async Task Devices_that_ask_at_once_are_each_told_of_their_own_passes()
    {
        var pass = await PassAsync("1");
        var devices = Enumerable.Range(0, 40).Select(number => $"{number}{_type}").ToArray();
        var registrations = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var device in devices.Where((_, number) => number % 2 == 0))
            registrations[device] = (await RegisterAsync(pass, device)).Id;

        var asked = devices.Append(devices[0]).Select(async device => (device, await fixture.Database.Statements.ListAsync(device, _type, Cancelled)));

        foreach (var (device, updates) in await Task.WhenAll(asked))
            Assert.Equal(registrations.TryGetValue(device, out var id) ? [id] : [], updates?.Passes.Select(listed => listed.RegistrationId) ?? []);
    }

    [Fact]
    public async Task A_device_that_the_database_cannot_read_spoils_nobody_elses_list()
    {
        var pass = await PassAsync("1");
        await RegisterAsync(pass, _type);

        var asked = Enumerable.Range(0, 40).Select(async number =>
        {
            if (number % 10 == 0)
                await Record.ExceptionAsync(async () => await fixture.Database.Statements.ListAsync("\0" + number, _type, Cancelled));
            else
                Assert.Single((await fixture.Database.Statements.ListAsync(_type, _type, Cancelled))!.Passes);
        });

        await Task.WhenAll(asked);
    }

    [Fact]
    public async Task A_pass_is_found_by_its_serial_number_within_its_pass_type_only_and_compared_ordinally()
    {
        var pass = await PassAsync("Ab", tag: 2, designTag: 7);
        var statements = fixture.Database.Statements;

        var head = await statements.FindPassAsync(_type, "Ab", Cancelled);

        Assert.NotNull(head);
        Assert.Equal((pass.Id, pass.AuthenticationToken, 7L, (string?)null), (head.PassId, head.AuthenticationToken, head.EffectiveTag, head.CertificateThumbprint));
        Assert.False(head.CanBeSigned(DateTimeOffset.UtcNow));
        Assert.Null(await statements.FindPassAsync(_type, "ab", Cancelled));
        Assert.Null(await statements.FindPassAsync(_type + "x", "Ab", Cancelled));
        Assert.Null(await statements.FindPassAsync(_type, "'; DROP TABLE \"Passes\";--", Cancelled));
    }

    [Fact]
    public async Task The_head_of_a_pass_names_the_certificate_in_use_and_the_last_modification()
    {
        var pass = await PassAsync("1");
        var from = new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var modified = from.AddHours(40).AddMicroseconds(123456);
        await using (var db = await ContextAsync())
        {
            var certificate = new SigningCertificate
            {
                PassTypeId = pass.PassTypeId, Thumbprint = _type, Certificate = [1], Intermediate = [2], ProtectedKey = [3],
                NotBefore = from, NotAfter = from.AddYears(1), UploadedAt = from,
            };
            db.SigningCertificates.Add(certificate);
            await db.SaveChangesAsync(Cancelled);
            await db.PassTypes.Where(type => type.Id == pass.PassTypeId).ExecuteUpdateAsync(set => set.SetProperty(type => type.SigningCertificateId, certificate.Id), Cancelled);
            await db.Designs.Where(design => design.Id == pass.DesignId).ExecuteUpdateAsync(set => set.SetProperty(design => design.TagAt, modified), Cancelled);
        }

        var head = await fixture.Database.Statements.FindPassAsync(_type, "1", Cancelled);

        Assert.Equal((_type, modified), (head!.CertificateThumbprint, head.ModifiedAt));
        Assert.True(head.CanBeSigned(from.AddDays(1)));
        Assert.False(head.CanBeSigned(from.AddYears(2)));
    }

    [Fact]
    public async Task A_download_code_finds_its_pass_until_the_pass_is_deleted()
    {
        var pass = await PassAsync(_type);

        Assert.Equal(pass.Id, (await fixture.Database.Statements.FindDownloadAsync(pass.DownloadCode, Cancelled))!.PassId);
        Assert.Null(await fixture.Database.Statements.FindDownloadAsync(pass.SerialNumber, Cancelled));
        await using var db = await ContextAsync();
        await db.Passes.Where(row => row.Id == pass.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.DeletedAt, DateTimeOffset.UtcNow), Cancelled);
        Assert.Null(await fixture.Database.Statements.FindDownloadAsync(pass.DownloadCode, Cancelled));
    }

    private async Task<IssuedPass> PassAsync(string serialNumber, long tag = 0, long designTag = 0)
    {
        await using var db = await ContextAsync();
        var design = await db.AddDesignAsync(await db.AddPassTypeAsync(_type));
        design.Tag = designTag;
        var pass = await db.AddPassAsync(design, serialNumber, tag);
        pass.DownloadCode += _type;
        await db.SaveChangesAsync(Cancelled);
        return pass;
    }

    private async Task<Registration> RegisterAsync(IssuedPass pass, string device, long tag = 0, RegistrationEnd? ended = null)
    {
        await using var db = await ContextAsync();
        var registration = await db.AddRegistrationAsync(pass, device);
        registration.Tag = tag;
        registration.EndedReason = ended;
        registration.EndedAt = ended is null ? null : DateTimeOffset.UtcNow;
        await db.SaveChangesAsync(Cancelled);
        return registration;
    }

    private Task<PortalDbContext> ContextAsync() => fixture.Database.Contexts.CreateDbContextAsync(Cancelled);
}

public sealed class ProtocolStatementsOnSqliteTests(SqliteFixture fixture) : ProtocolStatementsTests(fixture), IClassFixture<SqliteFixture>;

public sealed class ProtocolStatementsOnPostgresTests(PostgresFixture fixture) : ProtocolStatementsTests(fixture), IClassFixture<PostgresFixture>;
