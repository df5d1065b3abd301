using Microsoft.Extensions.Logging.Abstractions;
using Portal.Activity;
using Portal.Data.Certificates;
using Portal.Designs;
using Portal.Designs.Starting;
using Portal.Passes;
using Portal.Push;
using Portal.Testing.Builders;
using Portal.Testing.Databases;

namespace Portal.Tests.Designs;

/// <summary>The services around designs over one database.</summary>
internal sealed class DesignWorld : IDisposable
{
    private readonly TestDatabase _database;

    public DesignWorld(TestDatabase database)
    {
        _database = database;
        Library = new DesignLibrary(database.Contexts);
        Images = new DesignImages(database.Contexts, database.Writer);
        Store = new DesignStore(database.Contexts, database.Writer, TimeProvider.System);
        Changes = new PassChanges(database.Contexts, database.Writer, Library, new PushSignal(), Events, TimeProvider.System);
        Publisher = new DesignPublisher(database.Contexts, Library, Store, Changes);
    }

    public static Author Ada { get; } = new("Ada");

    public PortalEvents Events { get; } = new(TimeProvider.System, NullLogger<PortalEvents>.Instance);

    public DesignLibrary Library { get; }

    public DesignImages Images { get; }

    public DesignStore Store { get; }

    public PassChanges Changes { get; }

    public DesignPublisher Publisher { get; }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        Library.Dispose();
        Images.Dispose();
    }

    /// <summary>A new design with a first draft, in a pass type of its own.</summary>
    public async Task<DesignDraft> CreateAsync(string name, string start = "store-card")
    {
        PassType type;
        await using (var db = await _database.Contexts.CreateDbContextAsync(Cancelled))
            type = await db.AddPassTypeAsync("pass.test." + name);
        var from = StartingDesigns.Find(start) ?? throw new ArgumentException("No such starting design.", nameof(start));
        return await OpenAsync(await Store.CreateAsync(from, name, type.Id, Ada.Name, Cancelled));
    }

    public async Task<DesignDraft> OpenAsync(long designId) =>
        await Store.OpenDraftAsync(designId, Cancelled) ?? throw new InvalidOperationException("The design is gone.");

    public async Task<DesignDraft> PublishedAsync(string name)
    {
        var draft = await CreateAsync(name);
        Assert.Null((await Publisher.PublishAsync(draft, Guid.CreateVersion7(), Ada, Cancelled)).Problem);
        return await OpenAsync(draft.DesignId);
    }

    /// <summary>Saves the draft with another logo text.</summary>
    public async Task<DesignDraft> SaveAsync(DesignDraft draft, string logoText)
    {
        var save = await Store.SaveDraftAsync(WithLogoText(draft, logoText), Ada.Name, Cancelled);
        Assert.NotNull(save.Mark);
        return await OpenAsync(draft.DesignId);
    }

    public static DesignDraft WithLogoText(DesignDraft draft, string logoText) =>
        draft with { Document = draft.Document with { Pass = draft.Document.Pass with { LogoText = logoText } } };
}
