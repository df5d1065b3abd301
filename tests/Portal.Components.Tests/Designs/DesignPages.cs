using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using Portal.Data.Passes;
using Portal.Designs;
using Portal.Designs.Editing;
using Portal.Designs.Starting;
using Portal.Passes;
using Portal.Testing.Builders;
using Portal.Testing.Databases;

namespace Portal.Components.Tests.Designs;

/// <summary>A design and the page that edits it.</summary>
internal static class DesignPages
{
    public static async Task<long> CreateAsync(TestDatabase database, IServiceProvider services, string name, string start = "store-card")
    {
        await using var db = await database.Contexts.CreateDbContextAsync();
        var type = await db.AddPassTypeAsync("pass.test." + name);
        var from = StartingDesigns.Find(start) ?? throw new ArgumentException("No such starting design.", nameof(start));
        return await services.GetRequiredService<DesignStore>().CreateAsync(from, name, type.Id, "Ada", CancellationToken.None);
    }

    public static async Task<long> PublishAsync(TestDatabase database, IServiceProvider services, string name, string? phone = null)
    {
        var id = await CreateAsync(database, services, name);
        var draft = await OpenAsync(services, id);
        var author = new Author("Ada");
        await services.GetRequiredService<DesignPublisher>().PublishAsync(draft, Guid.CreateVersion7(), author, CancellationToken.None);
        if (phone is null)
            return id;
        var pass = await services.GetRequiredService<PassChanges>().IssueAsync(id, new NewPass(PassValues.Empty), author, CancellationToken.None);
        await using var db = await database.Contexts.CreateDbContextAsync();
        await db.AddRegistrationAsync(pass, phone);
        return id;
    }

    public static async Task<DesignDraft> OpenAsync(IServiceProvider services, long id) =>
        await services.GetRequiredService<DesignStore>().OpenDraftAsync(id, CancellationToken.None)
        ?? throw new InvalidOperationException("The design is gone.");

    /// <summary>The edit page inside what the layout brings: dialogs and messages.</summary>
    public static IRenderedComponent<IComponent> Edit(this BunitContext context, long id)
    {
        var page = context.Render(builder =>
        {
            builder.OpenComponent<MudPopoverProvider>(0);
            builder.CloseComponent();
            builder.OpenComponent<MudDialogProvider>(1);
            builder.CloseComponent();
            builder.OpenComponent<EditDesignPage>(2);
            builder.AddComponentParameter(3, nameof(EditDesignPage.DesignId), id);
            builder.CloseComponent();
        });
        page.WaitForElement("[data-name=save]");
        return page;
    }

    public static IElement Box<T>(this IRenderedComponent<T> page, string name, string? line = null)
        where T : IComponent => page.Find($"{(line is null ? "" : $"[data-line={line}] ")}input[data-name={name}]");

    public static IElement Button<T>(this IRenderedComponent<T> page, string name)
        where T : IComponent => page.Find($"button[data-name={name}]");

    public static string Drawn<T>(this IRenderedComponent<T> page, string part)
        where T : IComponent => page.Find($"[data-part=pass] [data-part={part}]").TextContent.Trim();
}
