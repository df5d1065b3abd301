using Microsoft.Extensions.DependencyInjection;
using Portal.Data.Passes;
using Portal.Passes;
using Portal.Testing.Builders;
using Portal.Testing.Databases;

namespace Portal.Components.Tests.Support;

/// <summary>One loyalty card of the test design.</summary>
internal static class LoyaltyPass
{
    public static async Task<IssuedPass> IssueAsync(TestDatabase database, IServiceProvider services, string name, params string[] phones)
    {
        await using var db = await database.Contexts.CreateDbContextAsync();
        var design = await db.AddPublishedDesignAsync(await db.AddPassTypeAsync("pass.test." + name));
        var values = PassValues.Of([KeyValuePair.Create("holder", "Mia Lind"), KeyValuePair.Create("points", "120")]);
        var pass = await services.GetRequiredService<PassChanges>().IssueAsync(design.Id, new NewPass(values), new Author("Ada"), CancellationToken.None);
        foreach (var phone in phones)
            await db.AddRegistrationAsync(pass, phone);
        return pass;
    }
}
