using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Devices;
using Portal.Testing.Builders;
using Portal.Testing.Protocol;

namespace Portal.Tests.Protocol;

/// <summary>The traps of 'Update tags', each with a test named after it. The clock of the portal stands still.</summary>
public abstract class UpdateTagTests(ProtocolFixture fixture)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory, BothFaces]
    public async Task Two_edits_in_one_second_are_both_listed(Face face)
    {
        var (first, second) = (await fixture.Cards.IssueAsync(), await fixture.Cards.IssueAsync());
        var device = await fixture.InstallAsync(face, first, second);
        var before = await TagAsync(device);
        await fixture.Cards.SaveAsync(first, "points", "1");
        var between = await device.AskAsync(first.PassType, before);
        await fixture.Cards.SaveAsync(second, "points", "1");

        var after = await device.AskAsync(first.PassType, between!.Tag);

        Assert.Equal([first.SerialNumber], between.SerialNumbers);
        Assert.Equal([second.SerialNumber], after!.SerialNumbers);
    }

    [Theory, BothFaces]
    [Trait("Fault", "F11")]
    public async Task Of_two_concurrent_edits_the_one_with_the_higher_tag_never_shows_first(Face face)
    {
        var (slow, quick) = (await fixture.Cards.IssueAsync(), await fixture.Cards.IssueAsync());
        var device = await fixture.InstallAsync(face, slow, quick);
        var before = await TagAsync(device);
        var (drawn, release) = (new TaskCompletionSource(), new TaskCompletionSource());

        var slowEdit = EditSlowlyAsync(slow, drawn, release.Task);
        await drawn.Task.WaitAsync(Cancelled);
        var quickEdit = fixture.Cards.SaveAsync(quick, "points", "1");
        Assert.Null(await device.AskAsync(slow.PassType, before));
        Assert.False(quickEdit.IsCompleted);
        release.SetResult();

        Assert.True(await slowEdit < await quickEdit);
        Assert.Equal(Serials(slow, quick), Sorted(await device.AskAsync(slow.PassType, before)), StringComparer.Ordinal);
    }

    [Theory, BothFaces]
    public async Task What_the_tag_covers_is_not_sent_again_and_the_next_one_is_not_lost(Face face)
    {
        var pass = await fixture.Cards.IssueAsync();
        var device = await fixture.InstallAsync(face, pass);
        var tag = await TagAsync(device);
        for (var points = 1; points <= 3; points++)
        {
            Assert.Null(await device.AskAsync(pass.PassType, tag));
            await fixture.Cards.SaveAsync(pass, "points", $"{points}");
            tag = (await device.AskAsync(pass.PassType, tag))!.Tag;
        }

        Assert.Null(await device.AskAsync(pass.PassType, tag));
    }

    [Theory, BothFaces]
    public async Task A_tag_of_another_epoch_is_answered_with_everything(Face face)
    {
        var pass = await fixture.Cards.IssueAsync();
        var device = await fixture.InstallAsync(face, pass);
        var before = await TagAsync(device);

        await fixture.Portal.Writer.WriteAsync((db, token) => UpdateClock.BeginNewEpochAsync(db, fixture.Time.GetUtcNow(), token), Cancelled);

        var list = await device.AskAsync(pass.PassType, before);
        Assert.Equal([pass.SerialNumber], list!.SerialNumbers);
        Assert.NotEqual(before, list.Tag, StringComparer.Ordinal);
        Assert.Null(await device.AskAsync(pass.PassType, list.Tag));
    }

    [Theory, BothFaces]
    [Trait("Fault", "F11")]
    public async Task A_list_read_while_edits_commit_is_of_one_moment(Face face)
    {
        TestPass[] passes = [.. await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => fixture.Cards.IssueAsync()))];
        var device = await fixture.InstallAsync(face, passes);
        var tag = await TagAsync(device);

        var saves = Task.WhenAll(passes.Select(async pass =>
        {
            var tags = new List<(long Tag, string Serial)>();
            for (var points = 1; points <= 15; points++)
                tags.Add((await fixture.Cards.SaveAsync(pass, "points", $"{points}"), pass.SerialNumber));
            return tags;
        }));
        var told = new List<(long Since, long UpTo, IReadOnlyList<string> Serials)>();
        bool isLast;
        do
        {
            isLast = saves.IsCompleted;
            if (await device.AskAsync(passes[0].PassType, tag) is not { } list)
                continue;
            told.Add((Number(tag), Number(list.Tag), list.SerialNumbers));
            tag = list.Tag;
        }
        while (!isLast);

        // Every change lies in one answer's reach, and that answer names its pass.
        foreach (var (changed, serial) in (await saves).SelectMany(tags => tags))
            Assert.Contains(serial, told.Single(list => list.Since < changed && changed <= list.UpTo).Serials, StringComparer.Ordinal);
    }

    [Theory, BothFaces]
    public async Task A_pass_registered_after_its_last_change_is_listed_to_older_tags_and_not_lost(Face face)
    {
        var (one, late) = (await fixture.Cards.IssueAsync(), await fixture.Cards.IssueAsync());
        var device = await fixture.InstallAsync(face, one);
        var older = await TagAsync(device);
        await fixture.Cards.SaveAsync(late, "points", "1");
        await ProtocolFixture.InstallOnAsync(device, late);

        Assert.Equal([late.SerialNumber], (await device.AskAsync(one.PassType, older))!.SerialNumbers);

        var newest = await TagAsync(device);
        await fixture.Cards.SaveAsync(late, "points", "2");
        Assert.Equal([late.SerialNumber], (await device.AskAsync(one.PassType, newest))!.SerialNumbers);
    }

    [Theory, BothFaces]
    [Trait("Fault", "F10")]
    public async Task A_save_between_download_and_registration_is_pushed_and_listed(Face face)
    {
        var (one, late) = (await fixture.Cards.IssueAsync(), await fixture.Cards.IssueAsync());
        var device = await fixture.InstallAsync(face, one);
        using (await device.FetchAsync(late))
            await fixture.Cards.SaveAsync(late, "points", "1");
        // By another pass the device's tag has passed the change already.
        await fixture.Cards.SaveAsync(one, "points", "1");
        var past = await TagAsync(device);

        using (await device.RegisterAsync(late))
        {
            Assert.Equal([late.SerialNumber], (await device.AskAsync(one.PassType, past))!.SerialNumbers);
            Assert.True((await RegistrationAsync(late)).Tag > Number(past));
        }
    }

    [Theory, BothFaces]
    public async Task A_change_of_the_design_is_one_tag_for_all_its_passes(Face face)
    {
        TestPass[] passes = [await fixture.Cards.IssueAsync(), await fixture.Cards.IssueAsync()];
        var device = await fixture.InstallAsync(face, passes);
        var before = await TagAsync(device);
        var rows = await Task.WhenAll(passes.Select(fixture.Cards.RowAsync));

        await fixture.Cards.PublishAsync(document => document with { Pass = document.Pass with { Description = $"Card {Guid.NewGuid():N}" } });

        var list = await device.AskAsync(passes[0].PassType, before);
        Assert.Equal(Serials(passes), Sorted(list), StringComparer.Ordinal);
        Assert.Equal(Number(before) + 1, Number(list!.Tag));
        Assert.Equal(rows.Select(row => row.Tag), (await Task.WhenAll(passes.Select(fixture.Cards.RowAsync))).Select(row => row.Tag));
    }

    private static IEnumerable<string> Serials(params TestPass[] passes) => passes.Select(pass => pass.SerialNumber).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Sorted(UpdateList? list) => list!.SerialNumbers.Order(StringComparer.Ordinal);

    private static long Number(string tag) => UpdateTag.TryParse(tag, out var parsed) ? parsed.Number : throw new FormatException(tag);

    private async Task<string> TagAsync(WalletDevice device) => (await device.AskAsync(fixture.Cards.PassType))!.Tag;

    // What PassChanges does, with a rest between the drawing of the tag and the commit.
    private Task<long> EditSlowlyAsync(TestPass pass, TaskCompletionSource drawn, Task release) => fixture.Portal.Writer.WriteAsync(
        async (db, token) =>
        {
            var tag = await UpdateClock.AdvanceAsync(db, fixture.Cards.PassTypeId, token);
            await db.Passes.Where(row => row.Id == pass.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Tag, tag.Number), token);
            drawn.SetResult();
            await release.WaitAsync(token);
            return tag.Number;
        },
        Cancelled);

    private async Task<Registration> RegistrationAsync(TestPass pass)
    {
        await using var db = await fixture.Portal.Contexts.CreateDbContextAsync(Cancelled);
        return await db.Registrations.AsNoTracking().SingleAsync(row => row.PassId == pass.Id, Cancelled);
    }
}

public sealed class UpdateTagOnSqliteTests(TimedOnSqlite fixture) : UpdateTagTests(fixture), IClassFixture<TimedOnSqlite>;

public sealed class UpdateTagOnPostgresTests(TimedOnPostgres fixture) : UpdateTagTests(fixture), IClassFixture<TimedOnPostgres>;
