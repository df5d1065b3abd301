using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Portal.Activity;
using Portal.Data.Certificates;
using Portal.Designs.Starting;
using Portal.Passes;

namespace Portal.Designs;

/// <summary>Creates a design from one of the five starting designs.</summary>
public sealed partial class NewDesignPage(DesignStore store, NavigationManager navigation, AuthenticationStateProvider authentication, ILogger<NewDesignPage> logger)
{
    private string? _name;

    /// <summary>The key of the chosen starting design.</summary>
    [SupplyParameterFromQuery(Name = "start")]
    public string? Start { get; set; }

    protected override bool IsLoaded => Types is not null;

    private IReadOnlyList<PassType>? Types { get; set; }

    private StartingDesign Chosen => StartingDesigns.Find(Start) ?? StartingDesigns.All[0];

    private int TypeId { get; set; }

    private bool IsSaving { get; set; }

    private string? Problem { get; set; }

    private string? NameProblem => string.IsNullOrWhiteSpace(Name) ? "Give the design a name." : null;

    // Until somebody types a name, it follows the choice.
    private string Name
    {
        get => _name ?? Chosen.Title;
        set => _name = value;
    }

    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        Types = await store.PassTypesAsync(cancellationToken);
        TypeId = Types.Count > 0 ? Types[0].Id : 0;
    }

    // What others do does not disturb who is choosing.
    protected override bool Concerns(PortalEventBatch news) => false;

    private void Choose(StartingDesign start) =>
        navigation.NavigateTo(navigation.GetUriWithQueryParameter("start", start.Key), replace: true);

    private async Task CreateAsync()
    {
        if (IsSaving || NameProblem is not null || Types?.Any(type => type.Id == TypeId) != true)
            return;
        (IsSaving, Problem) = (true, null);
        try
        {
            var author = (await authentication.GetAuthenticationStateAsync()).User.ToAuthor();
            var id = await store.CreateAsync(Chosen, Name, TypeId, author.Name, Left);
            navigation.NavigateTo($"admin/designs/{id}");
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            Log.NotCreated(logger, error);
            Problem = "We do not know whether the design was created: the database did not answer. Look among the designs before you try again.";
        }
        finally
        {
            IsSaving = false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "A design could not be created")]
        public static partial void NotCreated(ILogger logger, Exception error);
    }
}
