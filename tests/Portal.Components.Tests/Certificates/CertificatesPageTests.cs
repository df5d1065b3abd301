using System.Security.Cryptography;
using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using Portal.Activity;
using Portal.Certificates;
using Portal.Components.Tests.Support;
using Portal.Data.Certificates;
using Portal.Data.Devices;
using Portal.Data.Pushes;
using Portal.Hosting;
using Portal.Push;
using Portal.Testing.Databases;

namespace Portal.Components.Tests.Certificates;

public sealed class CertificatesPageTests(SqliteFixture fixture) : IClassFixture<SqliteFixture>, IAsyncLifetime
{
    private readonly BunitContext _context = PortalComponents.Over(fixture.Database);

    private static CancellationToken Cancelled => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_brake_is_called_the_portals_own_and_resuming_says_what_it_does()
    {
        var type = await StoppedAsync("brake", TopicStops.Brake, waiting: 3);
        await CertifyAsync(type);
        var page = Open();
        page.WaitForAssertion(() => Assert.Contains("The portal stopped them", Notice(page, "brake").TextContent, StringComparison.Ordinal));
        Assert.Contains("3 pushes wait.", Notice(page, "brake").TextContent, StringComparison.Ordinal);
        Assert.Contains("Valid", Card(page, "brake").TextContent, StringComparison.Ordinal);

        var asked = Button(page, "brake", "Resume pushes…").ClickAsync();

        page.WaitForElement(".confirm");
        Assert.Contains("One push goes first, and 2 wait until Apple has answered it.", page.Find(".confirm").TextContent, StringComparison.Ordinal);
        Assert.Equal("Resume and push to 3 phones", Accept(page).TextContent.Trim());
        Assert.NotNull(await StoppedAtAsync(type));

        await Accept(page).ClickAsync();
        await asked;

        page.WaitForAssertion(() => Assert.Empty(Card(page, "brake").QuerySelectorAll("[role=alert]")));
        Assert.Null(await StoppedAtAsync(type));
    }

    [Fact]
    public async Task A_refusal_is_shown_with_the_word_of_Apple_also_without_a_certificate_and_cancelling_resumes_nothing()
    {
        var type = await StoppedAsync("refused", "Forbidden", waiting: 1);
        var page = Open();
        page.WaitForAssertion(() => Assert.Contains("Apple refuses them (Forbidden)", Notice(page, "refused").TextContent, StringComparison.Ordinal));
        Assert.Contains("cannot be signed yet", Card(page, "refused").TextContent, StringComparison.Ordinal);

        var asked = Button(page, "refused", "Resume pushes…").ClickAsync();
        page.WaitForElement(".confirm");
        Assert.Contains("Nothing goes out before there is a valid certificate.", page.Find(".confirm").TextContent, StringComparison.Ordinal);
        await page.FindAll(".confirm button")[0].ClickAsync();
        await asked;

        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".confirm")));
        Assert.NotNull(await StoppedAtAsync(type));
    }

    [Fact]
    public async Task Every_page_says_whose_pushes_are_stopped_for_as_long_as_they_are()
    {
        var alert = _context.Render<StoppedPushes>();
        Assert.DoesNotContain("pass.test.everywhere", alert.Markup, StringComparison.Ordinal);

        var type = await StoppedAsync("everywhere", "Forbidden", waiting: 1);
        _context.Services.GetRequiredService<PortalEvents>().Publish(new PortalEvent(PortalEventKind.PushStopChanged));
        alert.WaitForAssertion(() => Assert.Contains("everywhere", alert.Find("[role=alert]").TextContent, StringComparison.Ordinal));

        await _context.Services.GetRequiredService<PushTopics>().ResumeAsync(type, "Ada", Cancelled);
        alert.WaitForAssertion(() => Assert.DoesNotContain("everywhere", alert.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_somebody_else_resumes_is_shown_without_asking()
    {
        var type = await StoppedAsync("elsewhere", "Forbidden", waiting: 1);
        var page = Open();
        page.WaitForAssertion(() => Notice(page, "elsewhere"));

        await fixture.Database.Writer.WriteAsync((db, token) => TopicStops.ResumeAsync(db, type, DateTimeOffset.UtcNow, token), Cancelled);
        _context.Services.GetRequiredService<PortalEvents>().Publish(new PortalEvent(PortalEventKind.PushStopChanged));

        page.WaitForAssertion(() => Assert.Empty(Card(page, "elsewhere").QuerySelectorAll("[role=alert]")));
    }

    [Fact]
    public async Task Retired_phones_come_back_after_a_confirmation_that_counts_them()
    {
        var type = await StoppedAsync("retired", TopicStops.Brake, waiting: 3);
        await RetireAsync(type, count: 2);
        var page = Open();
        page.WaitForAssertion(() => Assert.Contains("2 phones whose push tokens Apple called dead", Card(page, "retired").TextContent, StringComparison.Ordinal));

        var asked = Button(page, "retired", "Undo retirements…").ClickAsync();
        page.WaitForElement(".confirm");
        Assert.Contains("pushes to each of them once. Pushes are stopped", page.Find(".confirm").TextContent, StringComparison.Ordinal);
        Assert.Equal("Bring back and push to 2 phones", Accept(page).TextContent.Trim());
        await Accept(page).ClickAsync();
        await asked;

        page.WaitForAssertion(() => Assert.Contains("3 pushes wait.", Notice(page, "retired").TextContent, StringComparison.Ordinal));
        Assert.DoesNotContain("Undo retirements", Card(page, "retired").TextContent, StringComparison.Ordinal);
        var note = Assert.Single(_context.Services.GetRequiredService<ISnackbar>().ShownSnackbars);
        Assert.Equal("2 phones are back.", note.Message);
        await using var db = await fixture.Database.Contexts.CreateDbContextAsync(Cancelled);
        Assert.False(await db.Registrations.AnyAsync(row => row.PassTypeId == type && row.EndedAt != null, Cancelled));
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    private IRenderedComponent<IComponent> Open() => _context.Render(builder =>
    {
        builder.OpenComponent<MudDialogProvider>(0);
        builder.CloseComponent();
        builder.OpenComponent<CertificatesPage>(1);
        builder.CloseComponent();
    });

    private static IElement Card(IRenderedComponent<IComponent> page, string name) =>
        page.FindAll(".certificate").Single(card => card.QuerySelector("code")?.TextContent == "pass.test." + name);

    private static IElement Notice(IRenderedComponent<IComponent> page, string name) =>
        Card(page, name).QuerySelector("section") ?? throw new ElementNotFoundException("section");

    private static IElement Button(IRenderedComponent<IComponent> page, string name, string words) =>
        Card(page, name).QuerySelectorAll("button").Single(button => button.TextContent.Trim() == $"{words} of pass.test.{name}");

    private static IElement Accept(IRenderedComponent<IComponent> page) => page.FindAll(".confirm button")[^1];

    /// <summary>A pass type whose pushes are stopped, with a pass on some phones of which each waits for one.</summary>
    private async Task<int> StoppedAsync(string name, string reason, int waiting)
    {
        var pass = await LoyaltyPass.IssueAsync(
            fixture.Database, _context.Services, name, [.. Enumerable.Range(0, waiting).Select(phone => $"{name}-{phone}")]);
        await fixture.Database.Writer.WriteAsync(
            async (db, token) =>
            {
                await PushQueue.EnqueueForPassAsync(db, pass.Id, pass.Tag, DateTimeOffset.UtcNow, token);
                await TopicStops.StopAsync(db, pass.PassTypeId, reason, DateTimeOffset.UtcNow, token);
            },
            Cancelled);
        return pass.PassTypeId;
    }

    private async Task<DateTimeOffset?> StoppedAtAsync(int type)
    {
        await using var db = await fixture.Database.Contexts.CreateDbContextAsync(Cancelled);
        return await db.PassTypes.Where(row => row.Id == type).Select(row => row.PushStoppedAt).SingleAsync(Cancelled);
    }

    private async Task CertifyAsync(int type)
    {
        await using var db = await fixture.Database.Contexts.CreateDbContextAsync(Cancelled);
        var certificate = new SigningCertificate
        {
            PassTypeId = type, Thumbprint = RandomNumberGenerator.GetHexString(64), Certificate = [1], Intermediate = [1],
            ProtectedKey = _context.Services.GetRequiredService<MasterKey>().Protect("certificates", [1]),
            NotAfter = DateTimeOffset.UtcNow.AddYears(1), UploadedAt = DateTimeOffset.UtcNow.AddDays(-1),
        };
        db.SigningCertificates.Add(certificate);
        await db.SaveChangesAsync(Cancelled);
        await db.PassTypes.Where(row => row.Id == type).ExecuteUpdateAsync(set => set.SetProperty(row => row.SigningCertificateId, certificate.Id), Cancelled);
    }

    // As answers of a service leave it that calls their tokens bad.
    private async Task RetireAsync(int type, int count)
    {
        var now = DateTimeOffset.UtcNow;
        await using var db = await fixture.Database.Contexts.CreateDbContextAsync(Cancelled);
        var ids = await db.PushTargets.Where(target => target.PassTypeId == type).OrderBy(target => target.Id).Take(count).Select(target => target.Id).ToListAsync(Cancelled);
        await db.PushTargets.Where(target => ids.Contains(target.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(target => target.RetiredAt, now).SetProperty(target => target.RetiredReason, "BadDeviceToken"), Cancelled);
        await db.Registrations.Where(row => ids.Contains(row.PushTargetId ?? 0))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.EndedAt, now).SetProperty(row => row.EndedReason, RegistrationEnd.TokenDead), Cancelled);
        await db.PendingPushes.Where(push => ids.Contains(push.PushTargetId)).ExecuteDeleteAsync(Cancelled);
    }
}
