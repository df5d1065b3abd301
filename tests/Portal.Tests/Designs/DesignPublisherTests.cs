using Microsoft.EntityFrameworkCore;
using Passbook.Generator;
using Portal.Data.Activity;
using Portal.Data.Devices;
using Portal.Data.Passes;
using Portal.Designs;
using Portal.Passes;
using Portal.Testing.Builders;
using Portal.Testing.Databases;

namespace Portal.Tests.Designs;

public abstract class DesignPublisherTests(DatabaseFixture fixture) : IDisposable
{
    private readonly DesignWorld _world = new(fixture.Database);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _world.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task PublishAsync_CommitsVersionTagChangeAndPushesTogether()
    {
        var draft = await _world.PublishedAsync("together");
        var pass = await InstallAsync(draft, "together");
        draft = await _world.SaveAsync(draft, "New name");

        var result = await _world.Publisher.PublishAsync(draft, Guid.CreateVersion7(), DesignWorld.Ada, Cancelled);

        await using var db = await fixture.Database.Contexts.CreateDbContextAsync(Cancelled);
        var design = await db.Designs.SingleAsync(row => row.Id == draft.DesignId, Cancelled);
        var change = await db.Changes.SingleAsync(row => row.DesignId == design.Id && row.Tag == design.Tag && row.Kind == ChangeKind.Publish, Cancelled);
        var push = await db.PendingPushes.SingleAsync(row => row.PassTypeId == draft.PassTypeId, Cancelled);
        Assert.Equal((null, 1, 1), (result.Problem, result.PassCount, result.DeviceCount));
        Assert.Equal((2, design.Tag, 1, 1), (design.PublishedNumber, push.Tag, change.PassCount, change.DeviceCount));
        Assert.True(design.Tag > pass.Tag);
        Assert.Equal("New name", (await _world.Library.FindPublishedAsync(design.Id, Cancelled))?.Document.Pass.LogoText);
    }

    [Fact]
    public async Task SavedDraft_ReachesNoPassBeforeItIsPublished()
    {
        var draft = await _world.SaveAsync(await _world.PublishedAsync("draft"), "Only a draft");

        Assert.True(draft.IsDraft);
        Assert.Equal("Juniper Coffee", (await _world.Library.FindPublishedAsync(draft.DesignId, Cancelled))?.Document.Pass.LogoText);
    }

    [Fact]
    public async Task PublishAsync_TheSameClickTwice_PublishesOnce()
    {
        var draft = await _world.CreateAsync("twice");
        var click = Guid.CreateVersion7();

        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _world.Publisher.PublishAsync(draft, click, DesignWorld.Ada, Cancelled)));

        await using var db = await fixture.Database.Contexts.CreateDbContextAsync(Cancelled);
        Assert.All(results, result => Assert.Null(result.Problem));
        Assert.Equal(1, await db.Changes.CountAsync(row => row.DesignId == draft.DesignId, Cancelled));
    }

    [Fact]
    public async Task PublishAsync_ADraftSomebodyChangedInBetween_IsLeftAlone()
    {
        var seen = await _world.CreateAsync("between");
        await _world.SaveAsync(seen, "Of somebody else");

        var result = await _world.Publisher.PublishAsync(seen, Guid.CreateVersion7(), DesignWorld.Ada, Cancelled);

        Assert.NotNull(result.Problem);
        Assert.Null(await _world.Library.FindPublishedAsync(seen.DesignId, Cancelled));
    }

    [Fact]
    public async Task PublishAsync_ADesignWithAnError_IsRefusedWithItsPlace()
    {
        var draft = await _world.SaveAsync(await _world.CreateAsync("error"), "{{nobody}}");

        var result = await _world.Publisher.PublishAsync(draft, Guid.CreateVersion7(), DesignWorld.Ada, Cancelled);

        Assert.Equal("Logo text: {{nobody}} is no per-pass field of this design.", result.Problem);
    }

    [Fact]
    public async Task SaveDraftAsync_TheSecondOfTwoPeople_IsToldWhoWasFaster()
    {
        var seen = await _world.CreateAsync("faster");
        await _world.Store.SaveDraftAsync(DesignWorld.WithLogoText(seen, "First"), "Bob", Cancelled);

        var second = await _world.Store.SaveDraftAsync(DesignWorld.WithLogoText(seen, "Second"), "Ada", Cancelled);

        Assert.Equal((null, "Bob"), (second.Mark, second.OtherPerson));
        Assert.Equal("First", (await _world.OpenAsync(seen.DesignId)).Document.Pass.LogoText);
    }

    [Fact]
    public async Task SaveDraftAsync_TheSameDraftOnceMore_IsAnsweredAsItWasThen()
    {
        var seen = await _world.CreateAsync("once-more");
        var typed = DesignWorld.WithLogoText(seen, "Typed");
        var first = await _world.Store.SaveDraftAsync(typed, "Ada", Cancelled);

        Assert.Equal(first.Mark, (await _world.Store.SaveDraftAsync(typed, "Ada", Cancelled)).Mark);
        Assert.Null((await _world.Store.SaveDraftAsync(DesignWorld.WithLogoText(seen, "Other"), "Ada", Cancelled)).Mark);
        Assert.Null((await _world.Store.SaveDraftAsync(typed, "Bob", Cancelled)).Mark);
    }

    [Fact]
    public async Task SaveDraftAsync_AfterSomebodyPublished_ChangesNothingPublished()
    {
        var seen = await _world.CreateAsync("late");
        await _world.Publisher.PublishAsync(seen, Guid.CreateVersion7(), DesignWorld.Ada, Cancelled);

        Assert.Null((await _world.Store.SaveDraftAsync(DesignWorld.WithLogoText(seen, "Late"), "Bob", Cancelled)).Mark);
        Assert.Equal("Juniper Coffee", (await _world.Library.FindPublishedAsync(seen.DesignId, Cancelled))?.Document.Pass.LogoText);
    }

    [Fact]
    public async Task PreviewAsync_CountsAndSaysWhatPhonesWillSay()
    {
        var draft = await _world.PublishedAsync("says");
        await InstallAsync(draft, "says");
        await InstallAsync(draft, "android", PushKind.WalletPasses);
        var raised = draft.Document.Fields.Select(field => field.Id == "points" ? field with { Default = "100" } : field).ToValueList();
        await _world.Store.SaveDraftAsync(draft with { Document = draft.Document with { Fields = raised } }, "Ada", Cancelled);

        var preview = await _world.Publisher.PreviewAsync(draft.DesignId, Cancelled);

        Assert.Equal((2, 2, 1, true), (preview?.PassCount, preview?.DeviceCount, preview?.PushedCount, preview?.CanPublish));
        Assert.Equal("You now have 100 points", Assert.Single(preview?.Notices ?? []).Message);
    }

    [Fact]
    public async Task PreviewAsync_AnotherHolderField_CannotBePublished()
    {
        var draft = await _world.PublishedAsync("holder");
        await _world.Store.SaveDraftAsync(draft with { Document = draft.Document with { HolderField = "level" } }, "Ada", Cancelled);

        Assert.False((await _world.Publisher.PreviewAsync(draft.DesignId, Cancelled))?.CanPublish);
    }

    [Fact]
    public async Task ListAsync_CountsPassesAndDevicesAndFindsByName()
    {
        var draft = await _world.PublishedAsync("listed");
        await InstallAsync(draft, "listed");
        await _world.SaveAsync(draft, "Draft");

        var found = Assert.Single(await _world.Store.ListAsync("LISTED", Cancelled));

        Assert.Equal((1, 1, true, 1), (found.PassCount, found.DeviceCount, found.HasDraft, found.PublishedNumber));
        Assert.Equal((PassStyle.StoreCard, "Draft"), (found.Style, found.Document.Pass.LogoText));
        Assert.Empty(await _world.Store.ListAsync("100%", Cancelled));
    }

    [Fact]
    public async Task LoadAssetsAsync_ManyAtOnce_ShareOnePreparedSet()
    {
        var draft = await _world.CreateAsync("assets");

        var loaded = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => _world.Library.LoadAssetsAsync(draft.Document, Cancelled)));

        Assert.All(loaded, assets => Assert.Same(loaded[0], assets));
        Assert.Equal(draft.Document.Images.Count, loaded[0].Files.Count);
    }

    private async Task<IssuedPass> InstallAsync(DesignDraft draft, string device, PushKind kind = PushKind.Apple)
    {
        var pass = await _world.Changes.IssueAsync(draft.DesignId, new NewPass(PassValues.Empty), DesignWorld.Ada, Cancelled);
        await using var db = await fixture.Database.Contexts.CreateDbContextAsync(Cancelled);
        await db.AddRegistrationAsync(pass, device + "-phone", kind);
        return pass;
    }
}

public sealed class DesignPublisherOnSqliteTests(SqliteFixture fixture) : DesignPublisherTests(fixture), IClassFixture<SqliteFixture>;

public sealed class DesignPublisherOnPostgresTests(PostgresFixture fixture) : DesignPublisherTests(fixture), IClassFixture<PostgresFixture>;
