using Bunit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using Portal.Components.Tests.Support;
using Portal.Data.Devices;
using Portal.Data.Passes;
using Portal.Passes;
using Portal.Testing.Builders;
using Portal.Testing.Databases;

namespace Portal.Components.Tests.Passes;

public sealed class PassPageTests(SqliteFixture fixture) : IClassFixture<SqliteFixture>, IAsyncLifetime
{
    private readonly BunitContext _context = PortalComponents.Over(fixture.Database);
    private long _passId;

    [Fact]
    public async Task The_page_says_what_the_phone_will_show_before_anything_is_saved()
    {
        var page = await OpenAsync("notice", "notice-phone");

        await TypeAsync(page, "points", "150");

        page.WaitForAssertion(() => Assert.Equal("You now have 150 points", page.Find("[data-part=notification]").TextContent));
        Assert.Equal("Save and update 1 phone", SaveButton(page).TextContent.Trim());
        Assert.Equal("120", await StoredPointsAsync());
    }

    [Fact]
    public async Task What_is_typed_into_two_boxes_at_once_stays_in_both()
    {
        var page = await OpenAsync("at-once", "at-once-phone");

        await Task.WhenAll(TypeAsync(page, "points", "150"), TypeAsync(page, "holder", "Mia Berg"));

        page.WaitForAssertion(() => Assert.Equal("You now have 150 points", page.Find("[data-part=notification]").TextContent));
        Assert.Equal(("150", "Mia Berg"), (Box(page, "points").GetAttribute("value"), Box(page, "holder").GetAttribute("value")));
        await SaveButton(page).ClickAsync();
        page.WaitForAssertion(() => Assert.Contains("Member Mia Lind → Mia Berg, Points 120 → 150", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_field_without_a_change_message_is_announced_as_silent()
    {
        var page = await OpenAsync("silent", "silent-phone");
        await TypeAsync(page, "holder", "Mia Berg");
        page.WaitForAssertion(() => Assert.Contains("will update in silence", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Saving_stores_the_value_and_shows_the_change_in_the_history()
    {
        var page = await OpenAsync("saving", "saving-phone");
        await TypeAsync(page, "points", "175");
        page.WaitForState(() => !SaveButton(page).HasAttribute("aria-disabled"));

        await SaveButton(page).ClickAsync();

        page.WaitForAssertion(() => Assert.Contains("Points 120 → 175", page.Markup, StringComparison.Ordinal));
        Assert.Equal("175", await StoredPointsAsync());
        Assert.Contains("queued", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_save_is_confirmed_once_and_what_follows_from_it_is_said_beside_the_button()
    {
        var page = await OpenAsync("once", "once-phone");
        await TypeAsync(page, "points", "130");
        page.WaitForState(() => !SaveButton(page).HasAttribute("aria-disabled"));

        await SaveButton(page).ClickAsync();

        page.WaitForAssertion(() => Assert.Equal("It goes to 1 phone.", page.Find(".save [role=status]").TextContent));
        var note = Assert.Single(_context.Services.GetRequiredService<ISnackbar>().ShownSnackbars);
        Assert.Equal(("Saved", Severity.Success), (note.Message, note.Severity));
    }

    [Fact]
    public async Task A_save_that_phones_would_not_see_names_no_phone()
    {
        var page = await OpenAsync("same", "same-phone");
        await TypeAsync(page, "points", "0");
        page.WaitForState(() => !SaveButton(page).HasAttribute("aria-disabled"));
        await SaveButton(page).ClickAsync();
        page.WaitForAssertion(() => Assert.Contains("Points 120 → 0", page.Markup, StringComparison.Ordinal));

        await TypeAsync(page, "points", "");
        page.WaitForAssertion(() => Assert.Equal("Save", SaveButton(page).TextContent.Trim()));
        await SaveButton(page).ClickAsync();

        page.WaitForAssertion(() => Assert.Equal(SaveWords.SameOnPhones, page.Find(".save [role=status]").TextContent));
        Assert.Contains("same on phones", page.Find(".changes").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_emptied_field_says_that_the_pass_then_follows_the_design()
    {
        var page = await OpenAsync("emptied", "emptied-phone");
        Assert.Contains("Follows the design: Silver", page.Markup, StringComparison.Ordinal);

        await TypeAsync(page, "points", "");
        page.WaitForAssertion(() => Assert.Contains("Emptied, the pass follows the design: 0", page.Markup, StringComparison.Ordinal));
        await TypeAsync(page, "holder", "");
        page.WaitForAssertion(() => Assert.Contains("Emptied, the pass follows the design: nothing is shown", page.Markup, StringComparison.Ordinal));

        await SaveButton(page).ClickAsync();
        page.WaitForAssertion(() => Assert.Contains("Member Mia Lind → (empty), Points 120 → the design's 0", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_bad_value_stays_as_typed_and_names_its_field()
    {
        var page = await OpenAsync("bad", "bad-phone");
        await TypeAsync(page, "points", "plenty");

        page.WaitForAssertion(() => Assert.Contains("Points has to be a number", page.Markup, StringComparison.Ordinal));
        Assert.Equal("plenty", Box(page, "points").GetAttribute("value"));
        Assert.True(SaveButton(page).HasAttribute("aria-disabled"));
    }

    [Fact]
    public async Task A_field_that_somebody_else_saved_too_says_who_and_what_and_asks_whose_value_stands()
    {
        var page = await OpenAsync("collision", "collision-phone");
        await TypeAsync(page, "points", "150");
        page.WaitForState(() => !SaveButton(page).HasAttribute("aria-disabled"));

        await SaveElsewhereAsync("Anna", ("points", "90"), ("level", "Gold"));

        page.WaitForAssertion(() => Assert.StartsWith("Anna saved 90 ", page.Find(".collision p").TextContent, StringComparison.Ordinal));
        Assert.Equal("150", Box(page, "points").GetAttribute("value"));
        Assert.Contains("Anna changed this pass meanwhile.", page.Markup, StringComparison.Ordinal);
        Assert.Contains("Choose whose value stands first: Points.", page.Find(".save").TextContent, StringComparison.Ordinal);
        Assert.True(SaveButton(page).HasAttribute("aria-disabled"));

        await page.Find("button[aria-label='Keep mine: Points']").ClickAsync();
        Assert.Empty(page.FindAll(".collision"));
        await SaveButton(page).ClickAsync();
        page.WaitForAssertion(() => Assert.Contains("Points 90 → 150", page.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain("meanwhile", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Taking_theirs_leaves_nothing_to_save()
    {
        var page = await OpenAsync("theirs", "theirs-phone");
        await TypeAsync(page, "points", "150");
        page.WaitForState(() => !SaveButton(page).HasAttribute("aria-disabled"));
        await SaveElsewhereAsync("Anna", ("points", "90"));
        page.WaitForElement(".collision");

        await page.Find("button[aria-label='Take theirs: Points']").ClickAsync();

        Assert.Equal("90", Box(page, "points").GetAttribute("value"));
        Assert.True(SaveButton(page).HasAttribute("aria-disabled"));
        Assert.DoesNotContain("meanwhile", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pass_on_no_phone_says_that_nobody_will_be_told()
    {
        var page = await OpenAsync("nobody");
        await TypeAsync(page, "points", "1");
        page.WaitForAssertion(() => Assert.Contains("nobody will be told", page.Markup, StringComparison.Ordinal));
        Assert.Equal("Save", SaveButton(page).TextContent.Trim());
    }

    [Fact]
    public async Task A_pass_only_on_phones_that_cannot_be_pushed_says_the_same_before_and_after()
    {
        var page = await OpenAsync("android");
        await AddToAndroidAsync("android-phone");
        page = Render();
        await TypeAsync(page, "points", "1");
        page.WaitForAssertion(() => Assert.Contains("This pass is on 1 phone that cannot be pushed from here yet, so nobody will be told.", page.Markup, StringComparison.Ordinal));
        Assert.Equal("Save", SaveButton(page).TextContent.Trim());

        await SaveButton(page).ClickAsync();

        page.WaitForAssertion(() => Assert.Equal("It is on 1 phone that cannot be pushed from here yet, so nobody is told.", page.Find(".save [role=status]").TextContent));
    }

    [Fact]
    public async Task Phones_that_cannot_be_pushed_are_named_beside_those_that_can()
    {
        var page = await OpenAsync("both", "both-phone");
        await AddToAndroidAsync("both-android");
        page = Render();

        await TypeAsync(page, "points", "1");

        page.WaitForAssertion(() => Assert.Contains("It is also on 1 phone that cannot be pushed from here yet.", page.Find(".save").TextContent, StringComparison.Ordinal));
        Assert.Equal("Save and update 1 phone", SaveButton(page).TextContent.Trim());
    }

    [Fact]
    public void A_pass_that_is_not_there_leads_back_to_the_list()
    {
        var page = _context.Render<PassPage>(parameters => parameters.Add(shown => shown.PassId, 9_999));
        page.WaitForAssertion(() => Assert.Contains("There is no such pass", page.Markup, StringComparison.Ordinal));
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    private static AngleSharp.Dom.IElement Box(IRenderedComponent<PassPage> page, string field) => page.Find($"input[data-field={field}]");

    private static AngleSharp.Dom.IElement SaveButton(IRenderedComponent<PassPage> page) => page.Find(".save .buttons button");

    private static Task TypeAsync(IRenderedComponent<PassPage> page, string field, string text) => Box(page, field).InputAsync(text);

    private async Task<IRenderedComponent<PassPage>> OpenAsync(string name, params string[] phones)
    {
        var pass = await LoyaltyPass.IssueAsync(fixture.Database, _context.Services, name, phones);
        _passId = pass.Id;
        return Render();
    }

    private IRenderedComponent<PassPage> Render()
    {
        var page = _context.Render<PassPage>(parameters => parameters.Add(shown => shown.PassId, _passId));
        page.WaitForElement("input[data-field=points]");
        return page;
    }

    private async Task AddToAndroidAsync(string phone)
    {
        await using var db = await fixture.Database.Contexts.CreateDbContextAsync();
        await db.AddRegistrationAsync(await db.Passes.SingleAsync(pass => pass.Id == _passId), phone, PushKind.WalletPasses);
    }

    private async Task SaveElsewhereAsync(string who, params (string Field, string Text)[] values)
    {
        var outcome = await _context.Services.GetRequiredService<PassChanges>().SaveAsync(
            new PassEdit
            {
                ChangeId = Guid.CreateVersion7(), PassId = _passId, ExpectedRevision = 1,
                Values = values.ToDictionary(value => value.Field, value => (string?)value.Text, StringComparer.Ordinal),
            },
            new Author(who),
            CancellationToken.None);
        Assert.IsType<SaveOutcome.Saved>(outcome);
    }

    private async Task<string> StoredPointsAsync()
    {
        await using var db = await fixture.Database.Contexts.CreateDbContextAsync();
        var values = await db.Passes.Where(pass => pass.Id == _passId).Select(pass => pass.Values).SingleAsync();
        return PassValues.Parse(values).Fields["points"];
    }
}
