using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;
using Portal.Data;
using Portal.Data.Storage;
using Portal.Wallet.Answers;
using Portal.Wallet.Arrival;
using Portal.Wallet.Requests;

namespace Portal.Wallet;

/// <summary><c>devices/{device}/registrations/{passType}</c>: which of a device's passes changed since a tag.</summary>
public static class UpdateListEndpoints
{
    private const string Path = "/devices/{device}/registrations/{passType}";
    private const string AttidoPath = "/devices/{device}/registrations_attido/{passType}";
    private const string SinceParameter = "passesUpdatedSince";

    private static readonly string[] Reads = ["GET", "HEAD"];

    public static void MapUpdateLists(this IEndpointRouteBuilder routes)
    {
        foreach (var path in new[] { Path, AttidoPath })
        {
            routes.MapMethods(path, Reads, ListAsync);
            routes.MapOtherMethods(path, "GET, HEAD");
        }
    }

    /// <summary>
    /// The passes changed since the device's tag, and the tag to come back with. A tag that is none of this clock, be it
    /// foreign, ahead or garbage, is answered with everything. No authorization: Apple sends none.
    /// </summary>
    public static async Task<Results<UpdatedPasses, NoContent, WalletProblem>> ListAsync(
        HttpContext http, ProtocolStatements statements, ArrivalMarks marks, CancellationToken cancellationToken)
    {
        if (WalletPath.OfList(http) is not { } path)
            return WalletProblem.NotFound;
        if (!WalletPath.CanBeKnown(path.Device) || !WalletPath.CanBeKnown(path.PassType)
            || await statements.ListAsync(path.Device, path.PassType, cancellationToken) is not { } updates)
            return TypedResults.NoContent();

        var since = UpdateTag.Since(PresentedTag(http.Request), updates.Epoch, updates.Number);
        if (HttpMethods.IsGet(http.Request.Method))
            marks.Listed(updates, since, Caller.Of(http));
        var serialNumbers = new List<string>(updates.Passes.Count);
        foreach (var pass in updates.Passes)
        {
            if (pass.EffectiveTag > since)
                serialNumbers.Add(pass.SerialNumber);
        }

        return serialNumbers.Count == 0 ? TypedResults.NoContent() : new UpdatedPasses(WalletFace.Of(http), updates.Tag, serialNumbers);
    }

    private static string? PresentedTag(HttpRequest request)
    {
        string? tag = null;
        foreach (var pair in new QueryStringEnumerable(request.QueryString.Value))
        {
            if (!pair.DecodeName().Span.Equals(SinceParameter, StringComparison.OrdinalIgnoreCase))
                continue;
            // Two of them name no tag at all.
            if (tag is not null)
                return null;
            tag = pair.DecodeValue().ToString();
        }

        return tag;
    }
}
