using Microsoft.AspNetCore.Http.HttpResults;
using Portal.Data.Devices;
using Portal.Data.Storage;
using Portal.Wallet.Admission;
using Portal.Wallet.Answers;
using Portal.Wallet.Arrival;
using Portal.Wallet.Requests;

namespace Portal.Wallet;

/// <summary><c>devices/{device}/registrations/{passType}/{serial}</c>: a device asks to be told of a pass, or no longer.</summary>
public static class RegistrationEndpoints
{
    private const string Path = "/devices/{device}/registrations/{passType}/{serialNumber}";

    // PassWallet registers here.
    private const string AttidoPath = "/devices/{device}/registrations_attido/{passType}/{serialNumber}";

    public static void MapRegistrations(this IEndpointRouteBuilder routes)
    {
        foreach (var path in new[] { Path, AttidoPath })
        {
            routes.MapPost(path, RegisterAsync);
            routes.MapDelete(path, UnregisterAsync);
            routes.MapOtherMethods(path, "POST, DELETE");
        }
    }

    /// <summary>Registers a pass on a device: 201 when it is new, 200 when it was registered before.</summary>
    public static async Task<Results<Created, Ok, WalletProblem>> RegisterAsync(
        HttpContext http, PassGate gate, DeviceRegistrations registrations, ArrivalMarks marks, WalletNews news, CancellationToken cancellationToken)
    {
        if (WalletPath.OfRegistration(http) is not { } path)
            return WalletProblem.NotFound;
        var admission = await gate.AdmitAsync(http, path, cancellationToken);
        if (admission.Head is not { } head)
            return admission.Refusal;
        if (!WalletPath.CanBeKnown(path.Device))
            return WalletProblem.DeviceTooLong;

        var (body, problem) = await DeviceBody.ReadAsync(http.Request, DeviceBody.RegistrationLimit, cancellationToken);
        if (problem is not null)
            return problem;
        var kind = KindOf(http, admission.Authorization);
        var registration = IsForm(http, body.Span) ? RegistrationBody.ReadForm(body) : RegistrationBody.ReadJson(body);
        if (registration is not { } read || !read.Suits(kind))
            return WalletProblem.NoPushToken;

        var outcome = await registrations.RegisterAsync(Request(http, path, head, admission.Authorization.Word, kind, read, marks), cancellationToken);
        news.Registered(head, outcome);
        return outcome.Created ? TypedResults.Created() : TypedResults.Ok();
    }

    /// <summary>Ends a registration: 200 when it is gone, also when it was gone before.</summary>
    public static async Task<Results<Ok, WalletProblem>> UnregisterAsync(
        HttpContext http, PassGate gate, DeviceRegistrations registrations, WalletNews news, CancellationToken cancellationToken)
    {
        if (WalletPath.OfRegistration(http) is not { } path)
            return WalletProblem.NotFound;
        var admission = await gate.AdmitAsync(http, path, cancellationToken);
        if (admission.Head is not { } head)
            return admission.Refusal;
        if (WalletPath.CanBeKnown(path.Device)
            && await registrations.EndAsync(head.PassTypeId, head.PassId, path.Device, cancellationToken) is { } device)
            news.Ended(head, device);
        return TypedResults.Ok();
    }

    // Many clients send JSON and call it a form, because their library does by itself.
    private static bool IsForm(HttpContext http, ReadOnlySpan<byte> body) =>
        WalletFace.Of(http).TakesForms && http.Request.HasFormContentType && !body.TrimStart(" \t\r\n"u8).StartsWith("{"u8);

    private static PushKind KindOf(HttpContext http, PassAuthorization authorization) =>
        http.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: { } text } && text.EndsWith(AttidoPath, StringComparison.Ordinal)
            ? PushKind.PassWallet
            : authorization.Kind;

    private static RegistrationRequest Request(
        HttpContext http, WalletPath path, PassHead head, string word, PushKind kind, RegistrationBody body, ArrivalMarks marks) => new()
    {
        DeviceLibraryIdentifier = path.Device,
        PassId = head.PassId,
        PassTypeId = head.PassTypeId,
        Kind = kind,
        AuthorizationWord = word,
        PushToken = body.PushToken,
        PushServiceUrl = body.PushServiceUrl,
        UserAgent = Caller.Of(http).UserAgent is { Length: > 0 } agent ? agent : null,
        HandedOutTag = marks.HandedOutTag(head.PassId),
    };
}
