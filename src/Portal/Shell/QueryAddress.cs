using Microsoft.AspNetCore.Components;

namespace Portal.Shell;

/// <summary>The page one is on with another query: filters, searches and page numbers live in the address.</summary>
public static class QueryAddress
{
    /// <summary>The present address with these parameters changed; one that is null goes.</summary>
    public static string With(this NavigationManager navigation, params (string Key, object? Value)[] query) =>
        navigation.GetUriWithQueryParameters(query.ToDictionary(part => part.Key, part => part.Value, StringComparer.Ordinal));
}
