using System.Reflection;
using Microsoft.AspNetCore.Routing;
using Portal.Tests.Protocol;
using Portal.Wallet;

namespace Portal.Tests.BadInputs;

/// <summary>No endpoint of the protocol and no row of the table is without its tests.</summary>
public sealed class InputTableTests(ProtocolOnSqlite fixture) : IClassFixture<ProtocolOnSqlite>
{
    [Fact]
    public void Every_endpoint_of_devices_has_rows()
    {
        var endpoints = fixture.Portal.Service<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(endpoint => (endpoint.Metadata.GetMetadata<WalletFace>()?.Prefix, endpoint.RoutePattern.RawText, Verbs: endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods))
            .Where(endpoint => endpoint is { Prefix: not null, RawText: not null, Verbs.Count: > 0 })
            .SelectMany(endpoint => endpoint.Verbs!.Select(verb => $"{verb} {endpoint.RawText![endpoint.Prefix!.Length..]}"))
            // A HEAD is a GET without its body.
            .Where(endpoint => !endpoint.StartsWith("HEAD ", StringComparison.Ordinal))
            .ToHashSet(StringComparer.Ordinal);

        Assert.Equal(endpoints.Order(StringComparer.Ordinal), InputTable.OfEndpoints.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_row_has_a_test()
    {
        var proven = typeof(InputTableTests).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .SelectMany(method => method.GetCustomAttributes<TraitAttribute>())
            .Where(trait => trait.Name == "Input").Select(trait => trait.Value)
            .Concat(FieldRow.All.Select(row => row.Input)).ToHashSet(StringComparer.Ordinal);

        Assert.Empty(InputTable.Wanted.Except(proven, StringComparer.Ordinal));
        Assert.Empty(InputTable.OfEndpoints.Values.SelectMany(rows => rows).Except(proven, StringComparer.Ordinal));
        Assert.Empty(InputTable.NotBuiltYet.Keys.Intersect(proven, StringComparer.Ordinal));
    }
}
