// Builds five passes, one of each classic style, with passkit-generator, the way its own documentation does it.
// node passkit-generator.mjs <folder of node_modules> <folder with leaf.pem, key.pem, wwdr.pem, icon.png; the packages go there too>
import { createRequire } from "node:module";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [modules, folder] = process.argv.slice(2);
const { PKPass } = createRequire(modules + "/")("passkit-generator");
const read = (name) => readFileSync(join(folder, name));

const certificates = { signerCert: read("leaf.pem"), signerKey: read("key.pem"), wwdr: read("wwdr.pem") };

function start(description, props, json) {
  const files = { "icon.png": read("icon.png"), "icon@2x.png": read("icon.png"), "icon@3x.png": read("icon.png") };
  const common = {
    formatVersion: 1,
    passTypeIdentifier: "pass.example.coffee",
    teamIdentifier: "TEAM123456",
    organizationName: "Kahvila Käpy",
    description,
  };
  if (json)
    return new PKPass({ ...files, "pass.json": Buffer.from(JSON.stringify({ ...common, ...props, ...json })) }, certificates);
  return new PKPass(files, certificates, { ...common, ...props });
}

function boardingPass() {
  const pass = start("Boarding pass", {
    serialNumber: "B-1",
    groupingIdentifier: "AY911",
    backgroundColor: "rgb(0, 30, 90)",
    foregroundColor: "rgb(255, 255, 255)",
    upgradeURL: "https://air.example/upgrade",
    transitProviderEmail: "help@air.example",
    semantics: {
      airlineCode: "AY",
      flightNumber: 911,
      departureAirportCode: "HEL",
      departureLocation: { latitude: 60.3172, longitude: 24.9633 },
      departureLocationTimeZone: "Europe/Helsinki",
      departureLocationSecurityPrograms: ["PKTransitSecurityProgramCLEAR"],
      destinationAirportCode: "OSL",
      originalDepartureDate: "2027-05-01T19:00:00+03:00",
      passengerName: { givenName: "Aino", familyName: "Mäkinen" },
      seats: [{ seatNumber: "7A", seatType: "Window" }],
      wifiAccess: [{ ssid: "Sky", password: "higher" }],
    },
  });
  pass.type = "boardingPass";
  pass.transitType = "PKTransitTypeAir";
  pass.preferredStyleSchemes = ["semanticBoardingPass", "boardingPass"];
  pass.headerFields.push({ key: "gate", label: "Gate", value: "22", changeMessage: "Gate changed to %@" });
  pass.primaryFields.push({ key: "from", label: "Helsinki", value: "HEL" }, { key: "to", label: "Oslo", value: "OSL" });
  pass.auxiliaryFields.push({
    key: "boarding", label: "Boarding", value: "2027-05-01T18:30:00+03:00",
    dateStyle: "PKDateStyleNone", timeStyle: "PKDateStyleShort", ignoresTimeZone: true,
  });
  pass.setRelevantDates([{ relevantDate: "2027-05-01T18:30:00+03:00" }]);
  pass.setBarcodes(
    { format: "PKBarcodeFormatAztec", message: "M1MÄKINEN", messageEncoding: "iso-8859-1" },
    { format: "PKBarcodeFormatQR", message: "M1MÄKINEN", messageEncoding: "utf-8", altText: "M1" });
  return pass;
}

function coupon() {
  const pass = start("Coupon", { serialNumber: "C-1", voided: false, suppressStripShine: true });
  pass.type = "coupon";
  pass.primaryFields.push({ key: "offer", label: "Off", value: 0.2, numberStyle: "PKNumberStylePercent" });
  pass.secondaryFields.push({ key: "price", label: "From", value: 12.5, currencyCode: "EUR", textAlignment: "PKTextAlignmentRight" });
  pass.setExpirationDate(new Date("2027-12-31T23:59:00+02:00"));
  pass.setRelevantDate(new Date("2027-12-01T09:00:00+02:00"));
  pass.setBarcodes({ format: "PKBarcodeFormatCode128", message: "0042", messageEncoding: "iso-8859-1" });
  return pass;
}

function eventTicket() {
  const pass = start("Ticket", {
    serialNumber: "E-1",
    eventLogoText: "Festival",
    footerBackgroundColor: "rgb(10, 20, 30)",
    useAutomaticColors: false,
    suppressHeaderDarkening: true,
    bagPolicyURL: "https://venue.example/bags",
    contactVenuePhoneNumber: "+358 9 123",
    auxiliaryStoreIdentifiers: [123456789],
    semantics: {
      eventType: "PKEventTypeLivePerformance",
      eventName: "Concert",
      eventStartDate: "2027-06-01T20:00:00+05:30",
      eventStartDateInfo: { date: "2027-06-01T20:00:00+05:30", timeZone: "Asia/Kolkata", undetermined: false },
      venueName: "Hall",
      venueRegionName: "Helsinki",
      venueRoom: "A",
      performerNames: ["Aino", "Väinö"],
      artistIDs: ["1", "2"],
      silenceRequested: true,
      duration: 5400,
      totalPrice: { amount: "59.90", currencyCode: "EUR" },
      seats: [{ seatSection: "A", seatRow: "7", seatNumber: "12", seatSectionColor: "rgb(255, 215, 0)" }],
    },
  });
  pass.type = "eventTicket";
  pass.preferredStyleSchemes = ["posterEventTicket", "eventTicket"];
  pass.primaryFields.push({ key: "event", value: "Concert" });
  pass.auxiliaryFields.push({ key: "row", label: "Row", value: "7", row: 1 });
  pass.additionalInfoFields.push({ key: "doors", label: "Doors", value: "Open at 19", semantics: { venueEntrance: "North" } });
  pass.backFields.push({ key: "terms", value: "<a>", attributedValue: "<a href='https://venue.example'>Terms</a>", dataDetectorTypes: [] });
  pass.setRelevantDates([{ startDate: "2027-06-01T18:00:00+05:30", endDate: "2027-06-01T23:00:00+05:30" }]);
  pass.upcomingPassInformation = [{
    type: "event", identifier: "next", name: "Second night", isActive: false,
    dateInformation: { date: "2027-06-02T20:00:00+05:30", isAllDay: false },
    URLs: { merchandiseURL: "https://venue.example/shirts" },
    images: {
      headerImage: { URLs: [{ URL: "https://venue.example/h.png", SHA256: "0".repeat(64), scale: 2, size: 1000 }] },
      venueMap: { reuseExisting: true },
    },
    semantics: { venueName: "Hall", venuePlaceID: "IB452E0A3979253B0" },
  }];
  return pass;
}

function generic() {
  const pass = start("Member card", {
    serialNumber: "G-1",
    sharingProhibited: true,
    userInfo: { level: 3, tags: ["a", null] },
  }, {
    generic: { primaryFields: [{ key: "name", label: "Name", value: "Aino" }] },
    posterGeneric: {
      headerFields: [{ key: "level", label: "Level", value: "Gold" }],
      primaryFields: [{ key: "member", label: "Member", value: "Aino" }],
      footerFields: [{ key: "since", label: "Since", value: "2020" }],
    },
  });
  pass.featuredActions = [
    { identifier: "shop", type: "shop", url: "https://gym.example/shop" },
    { identifier: "where", type: "place", placeIdentifier: "IB452E0A3979253B0" },
  ];
  pass.setNFC({
    message: "G-1",
    encryptionPublicKey: "MDkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDIgACLhRY3VXHEbIkjCYtqDmnrGV8q8UqVFPJr5e0sgpnEUM=",
    requiresAuthentication: true,
  });
  return pass;
}

function storeCard() {
  const pass = start("Coffee card", {
    serialNumber: "S-1",
    logoText: "Käpy",
    labelColor: "rgb(255, 220, 180)",
    stripColor: "rgb(1, 2, 3)",
    webServiceURL: "https://wallet.example/passes/",
    authenticationToken: "0123456789abcdef",
    appLaunchURL: "coffee://card/0042",
    associatedStoreIdentifiers: [987654321],
    maxDistance: 250.5,
  });
  pass.type = "storeCard";
  pass.primaryFields.push({ key: "balance", label: "Balance", value: 21.75, currencyCode: "EUR" });
  pass.setLocations({ latitude: 60.17, longitude: 24.94, altitude: 12, relevantText: "Coffee is near" });
  pass.setBeacons({ proximityUUID: "5a4bcfce-174e-4bac-a814-092e77f6b7e5", major: 1, minor: 2, relevantText: "At the counter" });
  pass.setBarcodes({ format: "PKBarcodeFormatEAN13", message: "4006381333931", messageEncoding: "iso-8859-1" },
    { format: "PKBarcodeFormatQR", message: "4006381333931", messageEncoding: "iso-8859-1" });
  return pass;
}

for (const [name, make] of Object.entries({ boardingPass, coupon, eventTicket, generic, storeCard }))
  writeFileSync(join(folder, `${name}.pkpass`), make().getAsBuffer());
