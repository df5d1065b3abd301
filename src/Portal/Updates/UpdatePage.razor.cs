using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using MudBlazor;
using Portal.Activity;
using Portal.Data;
using Portal.Passes;
using Portal.Shell;

namespace Portal.Updates;

/// <summary>One update: how far it has come, with the evidence, and which phones do not have it and why.</summary>
public sealed partial class UpdatePage(
    UpdateQueries updates, Arrivals arrivals, PushAgain pushAgain, NavigationManager navigation, IDialogService dialogs, AuthenticationStateProvider people,
    ILogger<UpdatePage> logger)
{
    private const int PageSize = 50;
    private const string NotLongAgo = "pushed within the last 15 minutes, or again within the last hour";

    [Parameter]
    public Guid Id { get; set; }

    [SupplyParameterFromQuery(Name = "why")]
    public string? ReasonQuery { get; set; }

    [SupplyParameterFromQuery(Name = "page")]
    public string? PageQuery { get; set; }

    protected override bool IsLoaded => string.Equals(LoadedFor, Wanted, StringComparison.Ordinal);

    protected override TimeSpan Rest => TimeSpan.FromSeconds(1);

    private Update? Update { get; set; }

    private Arrival? Ring { get; set; }

    private IReadOnlyList<LatePhone>? Late { get; set; }

    private string? LoadedFor { get; set; }

    private bool IsMissing { get; set; }

    private bool IsPushing { get; set; }

    /// <summary>Why pushing again did not go through.</summary>
    private string? Problem { get; set; }

    /// <summary>What pushing again did.</summary>
    private string? Said { get; set; }

    private string Title => Update?.Change.Summary ?? "Update";

    private string Wanted => $"{Id} {ReasonQuery} {PageNumber}";

    private int PageNumber => QueryNumber.Page(PageQuery);

    private int PageCount => Update is null ? 0 : (Update.Reasons.Of(Reason) + PageSize - 1) / PageSize;

    private IReadOnlyList<(LateReason Reason, int Count)> Groups => Update?.Reasons.Late ?? [];

    private LateReason Reason => ReasonIn(Groups);

    private IEnumerable<(int Count, string What, string Evidence)> Evidence
    {
        get
        {
            var ring = Ring ?? Arrival.None;
            yield return (ring.Accepted, "accepted", "The push service took the push. It proves nothing about the phone.");
            yield return (ring.Asked, "asked", "The phone asked what changed and was told of the pass.");
            yield return (ring.Fetched, "fetched", "The pass was downloaded, and it is known by which phone.");
            yield return (ring.Settled, "settled", "A later call of the phone showed that it has worked through everything up to here.");
        }
    }

    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        var wanted = Wanted;
        var update = await updates.FindAsync(Id, cancellationToken);
        IsMissing = update is null;
        if (update is not null)
        {
            var groups = update.Reasons.Late;
            var ring = (await arrivals.OfChangesAsync([Id], cancellationToken)).GetValueOrDefault(Id, Arrival.None);
            var late = groups.Count == 0 ? null : await updates.LateAsync(update, ReasonIn(groups), PageNumber - 1, PageSize, cancellationToken);
            (Ring, Late) = (ring, late);
        }

        (Update, LoadedFor) = (update, wanted);
    }

    // What the address asks for, when there is such a group.
    private LateReason ReasonIn(IReadOnlyList<(LateReason Reason, int Count)> groups) =>
        Enum.TryParse<LateReason>(ReasonQuery, ignoreCase: true, out var asked) && groups.Any(group => group.Reason == asked)
            ? asked
            : groups.Select(group => group.Reason).FirstOrDefault();

    private async Task PushAgainAsync(Update update)
    {
        if (IsPushing)
            return;
        (IsPushing, Problem, Said) = (true, null, null);
        try
        {
            var plan = await pushAgain.PlanAsync(update, Left);
            if (plan.Phones == 0)
            {
                Said = $"Nobody is left to push: {Counted.Of(plan.Spaced, "phone was", "phones were")} {NotLongAgo}.";
                return;
            }

            if (!await Confirm.AskAsync(dialogs, "Push again?", Words(plan), $"Push again to {Counted.Phones(plan.Phones)}"))
                return;
            var person = (await people.GetAuthenticationStateAsync()).User.ToAuthor();
            Said = $"Pushed again to {Counted.Phones(await pushAgain.RunAsync(update, person.Name, Left))}.";
            await ReloadAsync();
        }
        catch (OperationCanceledException) when (Left.IsCancellationRequested)
        {
            // The page was left meanwhile.
        }
        catch (Exception problem)
        {
            Log.NotPushedAgain(logger, Id, problem);
            Problem = "The database did not answer: some phones may not have been pushed. Try again; nobody is pushed twice within an hour.";
        }
        finally
        {
            IsPushing = false;
        }
    }

    private static string Words(PushAgainPlan plan) =>
        $"This asks {Counted.Phones(plan.Phones)} once more to look for news. Nothing on the passes changes, and phones that have them show nothing."
        + (plan.Spaced == 0 ? "" : $" {Counted.Of(plan.Spaced, "phone is left out: it was", "phones are left out: they were")} {NotLongAgo}.");

    private string HrefFor(LateReason reason) => navigation.With(("why", reason.ToString().ToLowerInvariant()), ("page", null));

    private void GoTo(int page) => navigation.NavigateTo(navigation.With(("page", page == 1 ? null : page)));

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Change {Change} could not be pushed again")]
        public static partial void NotPushedAgain(ILogger logger, Guid change, Exception problem);
    }
}
