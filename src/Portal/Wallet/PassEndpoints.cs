using Microsoft.AspNetCore.Http.HttpResults;
using Portal.Passes;
using Portal.Wallet.Admission;
using Portal.Wallet.Answers;
using Portal.Wallet.Arrival;
using Portal.Wallet.Requests;

namespace Portal.Wallet;

/// <summary><c>passes/{passType}/{serial}</c>: the pass as it is now.</summary>
public static class PassEndpoints
{
    private const string Path = "/passes/{passType}/{serialNumber}";

    private static readonly string[] Reads = ["GET", "HEAD"];

    public static void MapPasses(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods(Path, Reads, GetAsync);
        routes.MapOtherMethods(Path, "GET, HEAD");
    }

    /// <summary>
    /// The signed package, or 304 when the device has this version. Voided, expired and deleted passes are answered like any
    /// other: it is the pass itself that says so.
    /// </summary>
    public static async Task<Results<PassFile, PassUnchanged, WalletProblem>> GetAsync(
        HttpContext http, PassGate gate, PassPackages packages, ArrivalMarks marks, TimeProvider time, CancellationToken cancellationToken)
    {
        if (WalletPath.OfPass(http) is not { } path)
            return WalletProblem.NotFound;
        var admission = await gate.AdmitAsync(http, path, cancellationToken);
        if (admission.Head is not { } head)
            return admission.Refusal;

        var now = time.GetUtcNow();
        var known = new Freshness(PassVersion.Of(head), now);
        if (known.IsKnownTo(http.Request))
        {
            if (IsSeen(http))
                marks.Fetched(head.PassId, head.EffectiveTag, Caller.Of(http));
            return new PassUnchanged(known);
        }

        if (await packages.GetAsync(head, cancellationToken) is not { } package)
            return WalletProblem.CannotBeSigned;
        if (IsSeen(http))
        {
            marks.Fetched(head.PassId, package.Version.Tag, Caller.Of(http));
            if (head.FirstHandedOutTag is null)
                marks.HandedOut(head.PassId, package.Version.Tag);
        }

        return new PassFile(package, head.SerialNumber, new Freshness(package.Version, now));
    }

    // A HEAD shows nobody anything.
    private static bool IsSeen(HttpContext http) => HttpMethods.IsGet(http.Request.Method);
}
